/** `/desk`: for the operator's employees only. */
import { Hono } from 'hono';
import type { Context } from 'hono';
import { addDays } from '../../../src/api/days.ts';
import { isDay } from '../../clock.ts';
import type { SandboxDatabase } from '../../database/database.ts';
import type { MovableClock } from '../../movable-clock.ts';
import { findPerson } from '../../sign-in/people.ts';
import { pageHeaders } from '../../sign-in/policy.ts';
import { formToken, sameText } from '../../sign-in/random.ts';
import type { SiteSessions } from '../../sign-in/site-sessions.ts';
import { signOutToken } from './account-routes.ts';
import { isEmployee, readDesk } from './desk-data.ts';
import type { Viewer } from './layout.ts';
import { deskAddress, deskPage, farthest, noDeskPage } from './pages/desk.ts';

export interface DeskRoutesOptions {
  readonly database: SandboxDatabase;
  readonly clock: MovableClock;
  readonly origin: string;
  readonly sessions: SiteSessions;
}

/** An employee who is signed in. */
interface Clerk {
  readonly viewer: Viewer;
  /** The value of the hidden field in the forms of the page. */
  readonly proof: string;
}

/** Routes to mount on the operator's site. */
export function deskRoutes(options: DeskRoutesOptions): Hono {
  const { clock, origin } = options;
  const app = new Hono();

  const page = async (context: Context, { viewer, proof }: Clerk, problem?: string) => {
    await clock.refresh();
    const data = await readDesk(options.database.db);
    const body = deskPage({ ...data, viewer, proof, today: clock.today(), ...(problem !== undefined && { problem }) });
    return context.html(body, problem === undefined ? 200 : 422, pageHeaders());
  };

  app.get(deskAddress, async (context) => {
    const clerk = await clerkOf(options, context);
    return clerk instanceof Response ? clerk : page(context, clerk);
  });

  app.post(deskAddress, async (context) => {
    const clerk = await clerkOf(options, context);
    if (clerk instanceof Response) return clerk;
    const { bevis: proof, fra: from, til: day } = await context.req.parseBody();
    const ours = context.req.header('origin') === origin && typeof proof === 'string' && sameText(proof, clerk.proof);
    if (!ours) return context.html(noDeskPage(clerk.viewer), 403, pageHeaders());
    await clock.refresh();
    const today = clock.today();
    // From a page of yesterday, or pressed twice: what was asked for has happened.
    if (from === today) {
      const possible = typeof day === 'string' && isDay(day) && day > today && day <= addDays(today, farthest);
      if (!possible) return page(context, clerk, 'Vælg en dag efter i dag og højst et år frem.');
      await clock.moveTo(day);
    }
    context.header('Cache-Control', 'no-store');
    return context.redirect(deskAddress, 303);
  });
  return app;
}

/** Who asks, when they work here; otherwise the answer: the way to sign in, or that this is not for them. */
async function clerkOf({ database, sessions }: DeskRoutesOptions, context: Context): Promise<Clerk | Response> {
  const session = await sessions.find(context.req.header('cookie') ?? '');
  const person = session && (await findPerson(database, session.personId));
  if (!session || !person) {
    context.header('Cache-Control', 'no-store');
    return context.redirect(`/log-ind?tilbage=${encodeURIComponent(deskAddress)}`, 303);
  }
  const viewer = { name: person.name, signOutToken: signOutToken(session.secret) };
  if (!(await isEmployee(database.db, person.id))) return context.html(noDeskPage(viewer), 403, pageHeaders());
  return { viewer, proof: formToken(session.secret, 'desk') };
}
