import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect, type AddressInfo } from 'node:net';
import { after, before, beforeEach, describe, test } from 'node:test';
import { sql } from 'drizzle-orm';
import { createTransport } from 'nodemailer';
import { SMTPServer } from 'smtp-server';
import { rowsOf } from '../../sandbox/database/database.ts';
import { readAs } from '../../sandbox/database/reading.ts';
import { writeAs } from '../../sandbox/database/writing.ts';
import { findMail, keepMail, listMail, type KeptMail } from '../../sandbox/mail/mailbox.ts';
import { countWaiting, queueMail, type Mail } from '../../sandbox/mail/outbox.ts';
import { largestMail, listenForMail, type MailPort } from '../../sandbox/mail/receiver.ts';
import { MailSender } from '../../sandbox/mail/sender.ts';
import { onBothEngines } from './engines.ts';

const mail: Mail = {
  to: 'fie@nordlys.example',
  subject: 'Pakken er på vej – Ærø & Åbenrå',
  text: 'Kære Fie\n\nÉn router, 2. th.\n.\n– Vi',
};

/** Says the lines one after the other, each after the server's answer to the one before, and resolves to the answer to the last. */
async function talk(port: number, lines: readonly string[]): Promise<string> {
  const socket = connect(port, '127.0.0.1').setEncoding('latin1');
  const answer = async () => {
    let heard = '';
    while (!/^\d{3} .*\r\n$/m.test(heard)) heard += String((await once(socket, 'data'))[0]);
    return heard;
  };
  let last = await answer();
  for (const line of lines) {
    const heard = answer();
    socket.write(`${line}\r\n`, 'latin1');
    last = await heard;
  }
  socket.destroy();
  return last;
}

onBothEngines((sandbox) => {
  describe('mail', () => {
    const db = () => sandbox().database.db;
    const open: { close(): Promise<void> }[] = [];
    /** The mailbox's server. */
    let port: MailPort;
    const serve = async (wanted?: number, keep?: MailPort['receive'] extends (keep: infer Keep) => void ? Keep : never) => {
      const server = await listenForMail(wanted);
      server.receive(keep ?? ((received) => keepMail(db(), received)));
      open.push(server);
      return server;
    };
    const faults: unknown[] = [];
    const senderTo = (server: number, firstPause = 20): MailSender => {
      const smtp = `smtp://127.0.0.1:${String(server)}`;
      const sender = new MailSender({ database: sandbox().database, smtp, firstPause, fault: (error) => faults.push(error) });
      open.push({ close: () => sender.stop() });
      return sender;
    };
    const box = async (): Promise<KeptMail[]> => {
      const heads = await listMail(db(), { limit: 100 });
      return Promise.all(heads.map(async ({ id }) => (await findMail(db(), id)) ?? assert.fail('A mail that is listed is there.')));
    };
    const queued = () =>
      rowsOf<{ attempts: number; sent: boolean; wait: number }>(
        db(),
        sql`select attempts, sent_at is not null as sent, extract(epoch from due_at - now())::float8 as wait from outbox order by no`,
      );
    /** Sends until nothing waits any more. */
    const sendAll = async (sender: MailSender) => {
      while ((await queued()).some(({ sent }) => !sent)) await sender.sendDue();
    };

    before(async () => {
      port = await serve();
    });
    beforeEach(async () => {
      await db().execute(sql`truncate outbox, mailbox cascade`);
      faults.length = 0;
    });
    after(async () => {
      await Promise.all(open.map((one) => one.close()));
    });

    test('is sent once, as it was written, under an id of its own', async () => {
      await queueMail(db(), mail);
      const sender = senderTo(port.port);
      await sender.sendDue();
      await sender.sendDue();
      const [received, ...more] = await box();
      assert.deepEqual([received?.recipient, received?.subject, received?.text.trimEnd()], [mail.to, mail.subject, mail.text]);
      assert.match(received?.sender ?? '', /^"?Eksempeltele"? <erhverv@eksempeltele\.example>$/);
      assert.deepEqual([more.length, faults.length], [0, 0]);
      const [row] = await rowsOf<{ id: string; message: string }>(
        db(),
        sql`select outbox.id, message_id as message from outbox, mailbox where sent_at is not null`,
      );
      assert.equal(row?.message, `<${row?.id ?? ''}@eksempeltele.example>`);
    });

    test('is not sent when what it tells of is undone', async () => {
      await assert.rejects(
        db().transaction(async (transaction) => {
          await queueMail(transaction, mail);
          throw new Error('undone');
        }),
        /undone/,
      );
      await senderTo(port.port).sendDue();
      assert.deepEqual([await queued(), await box()], [[], []]);
    });

    test('can be queued by whoever carries out an order, and read by none of them (T01, T08)', async () => {
      const maja = await sandbox().id('person', 'maja');
      await writeAs(sandbox().database, maja, (writer) => queueMail(writer, mail));
      assert.equal((await queued()).length, 1);
      for (const table of ['outbox', 'mailbox', 'mailbox_file', 'e_invoice_delivery'])
        await assert.rejects(
          readAs(sandbox().database, maja, (reader) => rowsOf(reader, sql`select 1 from ${sql.identifier(table)}`)),
          (error: Error) => (error.cause as { code?: string }).code === '42501',
        );
    });

    test('waits while the server is away, and is sent when it is back (F01)', async () => {
      const gone = await listenForMail();
      await gone.close();
      await queueMail(db(), mail);
      const sender = senderTo(gone.port);
      await sender.sendDue();
      assert.deepEqual([(await queued()).map(({ sent }) => sent), faults.length > 0], [[false], true]);
      await serve(gone.port);
      await sendAll(sender);
      assert.equal((await box()).length, 1);
    });

    test('is tried again after pauses that grow twofold up to an hour, and never given up', async () => {
      const gone = await listenForMail();
      await gone.close();
      await queueMail(db(), mail);
      const sender = senderTo(gone.port, 100_000);
      for (const pause of [100, 200, 400, 800, 1600, 3200, 3600, 3600]) {
        await db().execute(sql`update outbox set due_at = now()`);
        await sender.sendDue();
        const [row] = await queued();
        assert.ok(row && !row.sent && row.wait <= pause && row.wait > pause - 40, JSON.stringify({ pause, row }));
      }
      assert.equal(faults.length, 8);
    });

    test('is kept once when whoever sent it died before that was written down (T20)', async () => {
      await queueMail(db(), mail);
      const sender = senderTo(port.port);
      await sender.sendDue();
      await db().execute(sql`update outbox set sent_at = null, due_at = now()`);
      await sender.sendDue();
      assert.deepEqual([(await queued())[0]?.attempts, (await box()).length], [2, 1]);
    });

    test('is sent by one of two who send at once', async () => {
      const subjects = Array.from({ length: 20 }, (_, index) => `Mail ${String(index + 10)}`);
      for (const subject of subjects) await queueMail(db(), { ...mail, subject });
      await Promise.all([senderTo(port.port).sendDue(), senderTo(port.port).sendDue()]);
      assert.deepEqual((await box()).map(({ subject }) => subject).sort(), subjects);
      assert.ok((await queued()).every(({ attempts, sent }) => sent && attempts === 1));
    });

    test('that the other side refuses for good is told of and given up, and the rest goes on', async () => {
      const strict = new SMTPServer({
        disabledCommands: ['AUTH', 'STARTTLS'],
        onRcptTo: ({ address }, _session, answer) => {
          answer(address === mail.to ? Object.assign(new Error('no such mailbox'), { responseCode: 550 }) : null);
        },
      });
      await new Promise<void>((resolve) => strict.listen(0, '127.0.0.1', resolve));
      const { port: strictPort } = strict.server.address() as AddressInfo;
      await queueMail(db(), mail);
      await queueMail(db(), { ...mail, to: 'en.anden@nordlys.example' });
      await senderTo(strictPort).sendDue();
      await db().execute(sql`update outbox set due_at = now()`);
      await senderTo(strictPort).sendDue();
      await new Promise<void>((resolve) => strict.close(resolve));
      assert.deepEqual(
        (await queued()).map(({ sent, attempts }) => [sent, attempts]),
        [
          [false, 1],
          [true, 1],
        ],
      );
      assert.equal(await countWaiting(db()), 0);
    });

    test('goes past one that cannot be sent', async () => {
      await queueMail(db(), { ...mail, to: 'intet snabel-a' });
      await queueMail(db(), mail);
      await senderTo(port.port, 100_000).sendDue();
      assert.deepEqual(
        (await queued()).map(({ sent }) => sent),
        [false, true],
      );
    });

    test('goes to one address, and adds no line of its own to what is sent (T12)', async () => {
      const subject = 'Hej\r\nBcc: anden@example.com';
      await queueMail(db(), { ...mail, to: 'fie@nordlys.example', subject });
      await queueMail(db(), { ...mail, to: 'fie@nordlys.example,anden@example.com' });
      await senderTo(port.port, 100_000).sendDue();
      const received = await box();
      assert.deepEqual(
        received.map(({ recipient, subject: line }) => [recipient, line]),
        [['fie@nordlys.example', 'Hej Bcc: anden@example.com']],
      );
    });

    test('is tried again when the mailbox could not keep it', async () => {
      let failed = false;
      const server = await serve(0, async (received) => {
        if (!failed) {
          failed = true;
          throw new Error('The database is away.');
        }
        await keepMail(db(), received);
      });
      await queueMail(db(), mail);
      await sendAll(senderTo(server.port));
      assert.deepEqual([(await queued())[0]?.attempts, (await box()).length], [2, 1]);
    });

    test('is turned away while nobody is there to keep it', async () => {
      const early = await listenForMail();
      open.push(early);
      assert.match(await talk(early.port, []), /^421 /);
    });

    test('of more than fifteen megabytes is refused, whether or not it says so beforehand (T13, T22)', async () => {
      const transport = createTransport({ url: `smtp://127.0.0.1:${String(port.port)}` });
      const large = { from: 'a@example.com', to: 'b@example.com', text: 'x'.repeat(largestMail + 1) };
      await assert.rejects(transport.sendMail(large), { responseCode: 552 });
      transport.close();
      const line = `${'x'.repeat(998)}\r\n`;
      const body = `Subject: stor\r\n\r\n${line.repeat(Math.ceil(largestMail / line.length))}.`;
      const heard = await talk(port.port, ['EHLO test', 'MAIL FROM:<a@example.com>', 'RCPT TO:<b@example.com>', 'DATA', body]);
      assert.match(heard, /^552 /m);
      assert.deepEqual(await box(), []);
    });

    test('comes in from anybody on this machine, however little of it is there', async () => {
      const heard = await talk(port.port, ['EHLO test', 'MAIL FROM:<>', 'RCPT TO:<b@example.com>', 'DATA', '\r\n\0.\r\n.']);
      assert.match(heard, /^250 /m);
      const [received] = await box();
      assert.deepEqual([received?.sender, received?.recipient, received?.subject], ['', 'b@example.com', '']);
    });
  });
});
