/** The invoice arrives by mail, as the PDF it is (R31.3). */
import assert from 'node:assert/strict';
import type { AddressInfo } from 'node:net';
import { after, before, describe, test } from 'node:test';
import { sql } from 'drizzle-orm';
import { SMTPServer } from 'smtp-server';
import { rowsOf } from '../../sandbox/database/database.ts';
import { newId } from '../../sandbox/database/ids.ts';
import { InvoiceFiles, queueInvoiceMails } from '../../sandbox/invoices/e-invoice-mails.ts';
import { PdfThread } from '../../sandbox/invoices/pdf/maker.ts';
import { findFile, findMail, keepMail, listMail } from '../../sandbox/mail/mailbox.ts';
import { listenForMail, type MailPort } from '../../sandbox/mail/receiver.ts';
import { MailSender } from '../../sandbox/mail/sender.ts';
import type { EInvoice } from '../../src/invoices/e-invoice.ts';
import { onBothEngines } from './engines.ts';
import { issue, somebody } from './issued.ts';
import { scratchCompany } from './scratch.ts';

/** A mail server that asks about each receiver, and forgets what it takes. */
async function serverThat(
  ask: (address: string, answer: (error?: Error) => void) => void,
): Promise<{ port: number; close(): Promise<void> }> {
  const server = new SMTPServer({
    ...{ disabledCommands: ['AUTH', 'STARTTLS'], disableReverseLookup: true, logger: false, closeTimeout: 100 },
    onRcptTo({ address }, _session, answer) {
      ask(address, answer);
    },
    onData(stream, _session, answer) {
      stream.resume().on('end', () => {
        answer();
      });
    },
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    port: (server.server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
      }),
  };
}

describe('an invoice by mail', () => {
  onBothEngines((sandbox) => {
    const thread = new PdfThread();
    let port: MailPort;
    before(async () => {
      port = await listenForMail();
      port.receive((mail) => keepMail(sandbox().database.db, mail));
    });
    after(async () => {
      await port.close();
      await thread.stop();
    });

    const signedUp = async (issued: string, addresses: readonly string[]) => {
      const company = await scratchCompany(sandbox(), []);
      await sandbox().database.db.execute(sql`insert into e_invoice values (${company}, ${JSON.stringify(addresses)}, 1)`);
      const rows = [{ kind: 'product', product: 'eSIM', quantity: 1, user: somebody('Søren Æble'), amount: 10_000 }] as const;
      return { company, invoice: await issue(sandbox(), company, { issued, rows }) };
    };
    const senderWith = (make = thread.make, to = port.port) => {
      const { database } = sandbox();
      const faults: unknown[] = [];
      const attach = new InvoiceFiles(database.db, make).of;
      const smtp = `smtp://127.0.0.1:${String(to)}`;
      return { faults, sender: new MailSender({ database, smtp, attach, firstPause: 1, fault: (error) => faults.push(error) }) };
    };
    const arrived = async (recipient: string) => {
      const { db } = sandbox().database;
      const heads = (await listMail(db, { limit: 100 })).filter((mail) => mail.recipient === recipient);
      return Promise.all(heads.map(({ id }) => findMail(db, id)));
    };

    test('comes to every address once, with the PDF under its own name (R29.1, R31.3)', async () => {
      const { db } = sandbox().database;
      await signedUp('2027-05-01', ['en@maj.example', 'to@maj.example']);
      await queueInvoiceMails(db, '2027-05-01');
      const { sender, faults } = senderWith();
      await sender.sendDue();
      await sender.stop();
      assert.deepEqual(faults, []);
      for (const address of ['en@maj.example', 'to@maj.example']) {
        const [mail, ...more] = await arrived(address);
        assert.ok(mail);
        assert.deepEqual([more.length, mail.files.length], [0, 1]);
        assert.match(mail.files[0]?.name ?? '', /^Kladde Eksempel faktura \d+ 2027-05-01\.pdf$/);
        const file = await findFile(db, mail.id, 0);
        assert.match(Buffer.from(file?.content ?? []).toString('latin1'), /^%PDF-1\.7[\s\S]*%%EOF\s*$/);
      }
    });

    test('is kept once when the sender dies after it was handed in, and before it could write that down (R31.3, F29)', async () => {
      const { db } = sandbox().database;
      const { invoice } = await signedUp('2027-06-01', ['en@juni.example']);
      await queueInvoiceMails(db, '2027-06-01');
      const first = senderWith();
      await first.sender.sendDue();
      await first.sender.stop();
      // As a killed process leaves it.
      await db.execute(sql`update outbox set sent_at = null, due_at = now() where invoice_id = ${invoice}`);
      const second = senderWith();
      await second.sender.sendDue();
      await second.sender.stop();
      const mails = await arrived('en@juni.example');
      assert.deepEqual(
        mails.map((mail) => mail?.files.length),
        [1],
      );
    });

    test('waits while its file cannot be made, and is sent when it can (F28)', async () => {
      const { db } = sandbox().database;
      const { invoice } = await signedUp('2027-07-01', ['en@juli.example']);
      await queueInvoiceMails(db, '2027-07-01');
      const jammed = senderWith(() => Promise.reject(new Error('The press is jammed.')));
      // It puts the mail off after each attempt; the first one is enough here.
      await jammed.sender.sendDue();
      await jammed.sender.stop();
      assert.ok(jammed.faults.length >= 1);
      assert.deepEqual(await arrived('en@juli.example'), []);
      const [{ given } = { given: true }] = await rowsOf<{ given: boolean }>(
        db,
        sql`select given_up_at is not null as given from outbox where invoice_id = ${invoice}`,
      );
      assert.equal(given, false);
      await db.execute(sql`update outbox set due_at = now() where invoice_id = ${invoice}`);
      const { sender } = senderWith();
      await sender.sendDue();
      await sender.stop();
      assert.equal((await arrived('en@juli.example')).length, 1);
    });

    const statesOf = async (company: string) => {
      const { body } = await sandbox().ask<EInvoice>(`/companies/${company}/e-invoice`);
      return body.deliveries.map(({ address, state }) => [address, state]);
    };

    test('is made once for all of its addresses (R31.3)', async () => {
      const { db } = sandbox().database;
      await signedUp('2027-08-01', ['en@august.example', 'to@august.example', 'tre@august.example']);
      await queueInvoiceMails(db, '2027-08-01');
      let made = 0;
      const { sender, faults } = senderWith((document) => {
        made++;
        return thread.make(document);
      });
      await sender.sendDue();
      await sender.stop();
      assert.deepEqual([faults, made], [[], 1]);
      for (const address of ['en@august.example', 'to@august.example', 'tre@august.example'])
        assert.deepEqual(
          (await arrived(address)).map((mail) => mail?.files.length),
          [1],
        );
    });

    test('reaches one receiver when the server refuses the other, whose failure is told of (R31.3)', async () => {
      const { db } = sandbox().database;
      const { company } = await signedUp('2027-09-01', ['nej@september.example', 'ja@september.example']);
      await queueInvoiceMails(db, '2027-09-01');
      const taken: string[] = [];
      const picky = await serverThat((address, answer) => {
        if (address.startsWith('nej@')) answer(Object.assign(new Error('No such mailbox.'), { responseCode: 550 }));
        else {
          taken.push(address);
          answer();
        }
      });
      const { sender, faults } = senderWith(thread.make, picky.port);
      await sender.sendDue();
      await sender.sendDue();
      await sender.stop();
      await picky.close();
      assert.deepEqual([taken, faults.length], [['ja@september.example'], 1]);
      assert.deepEqual(await statesOf(company), [
        ['nej@september.example', 'failed'],
        ['ja@september.example', 'sent'],
      ]);
    });

    test('waits while the server is down, and comes to every address once when it is up (R31.3, F29)', async () => {
      const { db } = sandbox().database;
      const { company, invoice } = await signedUp('2027-10-01', ['en@oktober.example', 'to@oktober.example']);
      await queueInvoiceMails(db, '2027-10-01');
      const down = await listenForMail();
      await down.close();
      const early = senderWith(thread.make, down.port);
      await early.sender.sendDue();
      await early.sender.stop();
      assert.ok(early.faults.length >= 2);
      assert.deepEqual(
        (await statesOf(company)).map(([, state]) => state),
        ['waiting', 'waiting'],
      );
      await db.execute(sql`update outbox set due_at = now() where invoice_id = ${invoice}`);
      const later = senderWith();
      await later.sender.sendDue();
      await later.sender.sendDue();
      await later.sender.stop();
      for (const address of ['en@oktober.example', 'to@oktober.example']) assert.equal((await arrived(address)).length, 1);
      assert.deepEqual(
        (await statesOf(company)).map(([, state]) => state),
        ['sent', 'sent'],
      );
    });

    test('comes once through a server that takes its time (R31.3, F29)', async () => {
      const { db } = sandbox().database;
      const { company } = await signedUp('2027-11-01', ['en@november.example']);
      await queueInvoiceMails(db, '2027-11-01');
      const taken: string[] = [];
      const slow = await serverThat((address, answer) => {
        taken.push(address);
        setTimeout(answer, 1500);
      });
      const { sender, faults } = senderWith(thread.make, slow.port);
      // Whoever asks again while it is under way sends nothing more.
      sender.begin();
      await sender.sendDue();
      await sender.stop();
      await slow.close();
      assert.deepEqual([taken, faults], [['en@november.example'], []]);
      assert.deepEqual(await statesOf(company), [['en@november.example', 'sent']]);
    });

    test('that comes twice under one id keeps the files of the first (R31.3)', async () => {
      const { db } = sandbox().database;
      const mail = { messageId: `<${newId()}@a.example>`, sender: 'a@a.example', recipient: 'b@a.example', subject: 'To', text: '' };
      const files = [{ name: 'første.pdf', content: new Uint8Array([1, 2, 0, 255]) }];
      await keepMail(db, { ...mail, files, writtenAt: null });
      await keepMail(db, { ...mail, files: [], writtenAt: null });
      const [kept] = await arrived('b@a.example');
      assert.ok(kept);
      assert.deepEqual(kept.files, [{ name: 'første.pdf', size: 4 }]);
      assert.deepEqual([...((await findFile(db, kept.id, 0))?.content ?? [])], [1, 2, 0, 255]);
    });
  });
});
