/** `/desk/sager`: answering support cases, for the operator's employees only. */
import { Hono } from 'hono';
import type { Context } from 'hono';
import { listFeedback } from '../../article-feedback/votes.ts';
import type { Clock } from '../../clock.ts';
import { newId } from '../../database/ids.ts';
import { safeId } from '../../http/input.ts';
import { pageHeaders } from '../../sign-in/policy.ts';
import { sameText } from '../../sign-in/random.ts';
import { answerCase, longestAnswer, readDeskCase, readDeskCases } from '../../support-cases/operator.ts';
import { clerkOf, noEntry } from './clerk.ts';
import type { Clerk, ClerkOptions } from './clerk.ts';
import { answerStates, deskCasePage, deskCasesAddress, deskCasesPage } from './pages/desk-cases.ts';
import { supportCasesAddress } from './pages/support-cases.ts';

export interface DeskCaseRoutesOptions extends ClerkOptions {
  readonly clock: Clock;
  readonly origin: string;
}

const name = 'Supportsagerne';

/** Routes to mount on the operator's site. */
export function deskCaseRoutes(options: DeskCaseRoutesOptions): Hono {
  const { database, clock, origin } = options;
  const app = new Hono();

  const show = async (context: Context, { viewer, proof }: Clerk, refused?: { readonly problem: string; readonly typed: string }) => {
    const shown = await readDeskCase(database.db, safeId(context.req.param('id') ?? ''));
    if (shown === null) return context.notFound();
    return context.html(deskCasePage({ viewer, proof, key: newId(), shown, ...refused }), refused ? 422 : 200, pageHeaders());
  };

  app.get(deskCasesAddress, async (context) => {
    const clerk = await clerkOf(options, context, name);
    if (clerk instanceof Response) return clerk;
    const [cases, feedback] = [await readDeskCases(database.db), await listFeedback(database.db)];
    return context.html(deskCasesPage(clerk.viewer, cases, feedback), 200, pageHeaders());
  });

  app.get(`${deskCasesAddress}/:id`, async (context) => {
    const clerk = await clerkOf(options, context, name);
    return clerk instanceof Response ? clerk : show(context, clerk);
  });

  app.post(`${deskCasesAddress}/:id`, async (context) => {
    const clerk = await clerkOf(options, context, name);
    if (clerk instanceof Response) return clerk;
    const { bevis: proof, noegle: key, svar: typed = '', status } = await context.req.parseBody();
    const ours = context.req.header('origin') === origin && typeof proof === 'string' && sameText(proof, clerk.proof);
    if (!ours) return noEntry(context, clerk.viewer, name);
    const state = answerStates.find((one) => one === status);
    if (typeof typed !== 'string' || typeof key !== 'string' || state === undefined) return context.notFound();
    const caseId = safeId(context.req.param('id'));
    const shown = await readDeskCase(database.db, caseId);
    if (typed.trim() === '' && shown?.state === state)
      return show(context, clerk, { problem: 'Skriv et svar, eller vælg en anden status.', typed });
    if (typed.replaceAll(/\r\n?/g, '\n').trim().length > longestAnswer)
      return show(context, clerk, { problem: `Svaret er for langt. Det må højst fylde ${String(longestAnswer)} tegn.`, typed });
    const outcome = await answerCase(database, clock, {
      ...{ caseId, text: typed, state, key },
      employee: { id: clerk.id, name: clerk.viewer.name },
      address: `${origin}${supportCasesAddress}/${caseId}`,
    });
    if (outcome === 'missing') return context.notFound();
    if (outcome === 'closed') return show(context, clerk, { problem: 'Sagen er blevet lukket imens. Svaret er ikke sendt.', typed });
    context.header('Cache-Control', 'no-store');
    return context.redirect(`${deskCasesAddress}/${caseId}`, 303);
  });
  return app;
}
