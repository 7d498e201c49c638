/** eFaktura: signing up, changing who gets the invoices, and leaving. */
import { eInvoiceRequest } from '../../src/invoices/e-invoice-request.ts';
import { eInvoice, type EInvoice } from '../../src/invoices/e-invoice.ts';
import { writeAudit } from '../database/audit.ts';
import { companyRoute, companyWrite, Tagged, type Route, type WriteCall, type Written } from '../http/route.ts';
import { checkAddresses, readEInvoice, writeEInvoice } from './e-invoice.ts';

const path = '/companies/{company}/e-invoice';

const read = companyRoute({
  method: 'GET',
  path,
  summary: 'Who gets the company’s invoices by e-mail, when the next one is sent, and what became of the last ones.',
  needs: 'invoices',
  answer: eInvoice,
  tagged: true,
  run: async ({ reader, grant }) => {
    const { answer, etag } = await readEInvoice(reader, grant.companyId);
    return new Tagged(answer, etag);
  },
});

const signUp = companyWrite({
  method: 'PUT',
  path,
  summary: 'Signs the company up for eFaktura, or replaces the addresses. Each is refused that is none, or is there twice.',
  needs: 'invoices',
  body: eInvoiceRequest,
  answer: eInvoice,
  matched: true,
  run: (call) => change(call, checkAddresses(call.body.addresses)),
});

const leave = companyWrite({
  method: 'DELETE',
  path,
  summary: 'Signs the company off: no more invoices are sent by e-mail.',
  needs: 'invoices',
  answer: eInvoice,
  matched: true,
  run: (call) => change(call, []),
});

async function change(
  { writer, grant: { companyId }, match, personId, requestId }: WriteCall<unknown>,
  addresses: readonly string[],
): Promise<Written<EInvoice>> {
  await writeEInvoice(writer, companyId, addresses, match);
  const deed = addresses.length ? 'eInvoice.change' : 'eInvoice.leave';
  await writeAudit(writer, { personId, companyId, deed, subject: companyId, requestId });
  return readEInvoice(writer, companyId);
}

export const eInvoiceRoutes: readonly Route[] = [read, signUp, leave];
