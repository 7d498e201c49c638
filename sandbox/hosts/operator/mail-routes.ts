/** `/mail`: the sandbox's mailbox, for the operator's employees only. */
import { Hono } from 'hono';
import { attachment } from '../../http/attachment.ts';
import { safeId } from '../../http/input.ts';
import { findFile, findMail, listMail } from '../../mail/mailbox.ts';
import { countWaiting } from '../../mail/outbox.ts';
import { pageHeaders } from '../../sign-in/policy.ts';
import { clerkOf } from './clerk.ts';
import type { ClerkOptions } from './clerk.ts';
import { mailAddress, mailPage, oneMailPage } from './pages/mail.ts';

export interface MailRoutesOptions extends ClerkOptions {
  /** Whether another mail server gets what is sent. */
  readonly mailGoesElsewhere: boolean;
}

/** How many mails a page lists. */
const pageSize = 50;

const name = 'Postkassen';

/** Routes to mount on the operator's site. */
export function mailRoutes(options: MailRoutesOptions): Hono {
  const { db } = options.database;
  const app = new Hono();

  app.get(mailAddress, async (context) => {
    const clerk = await clerkOf(options, context, name);
    if (clerk instanceof Response) return clerk;
    const wanted = context.req.query('foer') ?? '';
    const before = /^\d{1,9}$/.test(wanted) ? { before: Number(wanted) } : {};
    // One more than is shown tells whether there are older ones.
    const found = await listMail(db, { ...before, limit: pageSize + 1 });
    const mails = found.slice(0, pageSize);
    const last = found.length > pageSize ? mails.at(-1) : undefined;
    const body = mailPage({
      ...{ viewer: clerk.viewer, mails, further: 'before' in before, elsewhere: options.mailGoesElsewhere },
      older: last === undefined ? null : `${mailAddress}?foer=${String(last.no)}`,
      waiting: await countWaiting(db),
    });
    return context.html(body, 200, pageHeaders());
  });

  app.get(`${mailAddress}/:id`, async (context) => {
    const clerk = await clerkOf(options, context, name);
    if (clerk instanceof Response) return clerk;
    const mail = await findMail(db, safeId(context.req.param('id')));
    return mail === undefined ? context.notFound() : context.html(oneMailPage(clerk.viewer, mail), 200, pageHeaders());
  });

  app.get(`${mailAddress}/:id/filer/:place{\\d+}`, async (context) => {
    const clerk = await clerkOf(options, context, name);
    if (clerk instanceof Response) return clerk;
    const file = await findFile(db, safeId(context.req.param('id')), Number(context.req.param('place').slice(0, 3)));
    if (file === undefined) return context.notFound();
    // Whatever it is, it is saved and not shown (T12).
    const headers = { ...pageHeaders(), 'content-type': 'application/octet-stream', 'content-disposition': attachment(file.name) };
    return new Response(Buffer.from(file.content), { headers });
  });
  return app;
}
