/** Who may see the pages for the operator's own people. */
import type { Context } from 'hono';
import { html } from 'hono/html';
import type { SandboxDatabase } from '../../database/database.ts';
import { findPerson } from '../../sign-in/people.ts';
import { pageHeaders } from '../../sign-in/policy.ts';
import { formToken } from '../../sign-in/random.ts';
import type { SiteSessions } from '../../sign-in/site-sessions.ts';
import { signOutToken } from './account-routes.ts';
import { isEmployee } from './desk-data.ts';
import { document, withFrame } from './layout.ts';
import type { Viewer } from './layout.ts';

/** An employee who is signed in. */
export interface Clerk {
  /** The id of the person. */
  readonly id: string;
  readonly viewer: Viewer;
  /** The value of the hidden field in the forms of the page. */
  readonly proof: string;
}

export interface ClerkOptions {
  readonly database: SandboxDatabase;
  readonly sessions: SiteSessions;
}

/** Who asks, when they work here; otherwise the answer: the way to sign in and back, or that the page, by its name, is not for them. */
export async function clerkOf({ database, sessions }: ClerkOptions, context: Context, name: string): Promise<Clerk | Response> {
  const session = await sessions.find(context.req.header('cookie') ?? '');
  const person = session && (await findPerson(database, session.personId));
  if (!session || !person) {
    context.header('Cache-Control', 'no-store');
    return context.redirect(`/log-ind?tilbage=${encodeURIComponent(context.req.path)}`, 303);
  }
  const viewer = { name: person.name, signOutToken: signOutToken(session.secret) };
  if (!(await isEmployee(database.db, person.id))) return noEntry(context, viewer, name);
  return { id: person.id, viewer, proof: formToken(session.secret, 'desk') };
}

/** What everybody else who is signed in gets. */
export function noEntry(context: Context, viewer: Viewer, name: string): Response | Promise<Response> {
  const main = html`<main id="indhold" class="wide notice-page" tabindex="-1">
    <h1>Ingen adgang</h1>
    <p>${name} er for medarbejdere hos Eksempeltele.</p>
    <p><a class="button" href="/">Til forsiden</a></p>
  </main>`;
  const page = document({ title: 'Ingen adgang – Eksempeltele', body: withFrame(viewer, 'front', context.req.path, main) });
  return context.html(page, 403, pageHeaders());
}
