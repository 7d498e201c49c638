/** Sending a month's invoices to those who have asked for them (R31.3). */
import { sql, type SQL } from 'drizzle-orm';
import { rowsOf, type Db } from '../database/database.ts';
import type { Attachment } from '../mail/sender.ts';
import { fileNameOf } from './file-name.ts';
import { mostPdfLines } from './pdf-files.ts';
import type { MakePdf } from './pdf/maker.ts';
import { readDocument } from './read-document.ts';

/** An amount of øre as it stands in a letter: `1.234,56 kr.` (FMT-1). */
const kroner = (amount: SQL): SQL => sql`translate(to_char(${amount} / 100.0, 'FM999,999,999,990.00'), ',.', '.,') || e'\\u00a0kr.'`;

/**
 * Queues a mail for each address of each company that is signed up and has an invoice of that day, in the caller's transaction, which is the
 * owner's. Asked again, it adds nothing: each address gets an invoice once. What the mail says is of that moment; its file is made when it is sent.
 */
export async function queueInvoiceMails(transaction: Db, day: string): Promise<void> {
  await transaction.execute(sql`
    with added as (
      insert into e_invoice_delivery (invoice_id, company_id, address, place, mail_id)
      select invoice.id, invoice.company_id, address, place, gen_random_uuid()::text
      from invoice join e_invoice using (company_id), jsonb_array_elements_text(addresses) with ordinality as entry (address, place)
      where issued = ${day}::date and credits is null
      on conflict do nothing
      returning *
    )
    insert into outbox (id, recipient, subject, text, invoice_id)
    select mail_id, address, 'Faktura ' || number || ' til ' || (buyer ->> 'name'), concat_ws(e'\n',
        'Hej', '',
        'Her er faktura ' || number || ' til ' || (buyer ->> 'name') || ' som pdf-fil.', '',
        'Beløb: ' || ${kroner(sql`total`)} || ' inkl. moms',
        case when payment_id is not null then 'Forfalder: ' || to_char(due, 'DD.MM.YYYY') end, '',
        'I får den, fordi virksomheden er tilmeldt eFaktura. I kan rette e-mailadresserne eller afmelde eFaktura i Selvbetjening under Faktura.', '',
        'Venlig hilsen', (select name from operator)), invoice.id
    from added join invoice on invoice.id = added.invoice_id
    order by number, place`);
}

/**
 * The files that such mails carry, made when they are sent. The one made last is kept: the mails of an invoice follow each other, and it is made once for
 * all of its addresses. Only one is asked for at a time, so that a download waits for one of them at most.
 */
export class InvoiceFiles {
  readonly #db: Db;
  readonly #make: MakePdf;
  #last: { readonly id: string; readonly file: Promise<Attachment> } | undefined;

  /** Asks as the owner. */
  constructor(db: Db, make: MakePdf) {
    this.#db = db;
    this.#make = make;
  }

  readonly of = (invoiceId: string): Promise<Attachment> => {
    if (this.#last?.id === invoiceId) return this.#last.file;
    const last = { id: invoiceId, file: this.#made(invoiceId) };
    this.#last = last;
    // One that failed is made anew when its mail is tried again.
    last.file.catch(() => {
      if (this.#last === last) this.#last = undefined;
    });
    return last.file;
  };

  async #made(invoiceId: string): Promise<Attachment> {
    const [found] = await rowsOf<{ company: string; buyer: string }>(
      this.#db,
      sql`select company_id as company, buyer ->> 'name' as buyer from invoice where id = ${invoiceId}`,
    );
    const document = found && (await readDocument(this.#db, found.company, invoiceId, { lines: mostPdfLines }));
    if (!document) throw new Error('An invoice that is to be sent is gone.');
    return { name: fileNameOf(document.invoice, found.buyer, 'pdf'), pdf: await this.#make(document) };
  }
}
