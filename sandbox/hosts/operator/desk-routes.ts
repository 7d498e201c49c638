/** `/desk`: for the operator's employees only. */
import { Hono } from 'hono';
import type { Context } from 'hono';
import { addDays } from '../../../src/api/days.ts';
import { isDay } from '../../clock.ts';
import type { MovableClock } from '../../movable-clock.ts';
import { pageHeaders } from '../../sign-in/policy.ts';
import { sameText } from '../../sign-in/random.ts';
import { clerkOf, noEntry } from './clerk.ts';
import type { Clerk, ClerkOptions } from './clerk.ts';
import { readDesk } from './desk-data.ts';
import { deskAddress, deskPage, farthest } from './pages/desk.ts';

export interface DeskRoutesOptions extends ClerkOptions {
  readonly clock: MovableClock;
  readonly origin: string;
}

const name = 'Driftsbordet';

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
    const clerk = await clerkOf(options, context, name);
    return clerk instanceof Response ? clerk : page(context, clerk);
  });

  app.post(deskAddress, async (context) => {
    const clerk = await clerkOf(options, context, name);
    if (clerk instanceof Response) return clerk;
    const { bevis: proof, fra: from, til: day } = await context.req.parseBody();
    const ours = context.req.header('origin') === origin && typeof proof === 'string' && sameText(proof, clerk.proof);
    if (!ours) return noEntry(context, clerk.viewer, name);
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
