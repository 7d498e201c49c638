/** `/log-ind/{id}`: the sign-in page, shown and filled in. The provider sends people here and takes them on from here. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import type { Context } from 'hono';
import type Provider from 'oidc-provider';
import type { SandboxDatabase } from '../database/database.ts';
import { checkSignIn, listSignIns } from '../session/sign-in-check.ts';
import { operatorRegistration } from './clients.ts';
import type { Origins } from './clients.ts';
import { problemPage, signInPage } from './pages.ts';
import { pageHeaders } from './policy.ts';
import type { SignInSecrets } from './secrets.ts';
import { countAttempt, forgetAttempts } from './throttle.ts';

export interface SignInRoutesOptions {
  readonly database: SandboxDatabase;
  readonly provider: Provider;
  readonly origins: Origins;
  readonly secrets: SignInSecrets;
}

interface Environment {
  Bindings: HttpBindings;
}
type Interaction = Awaited<ReturnType<Provider['interactionDetails']>>;

/** What somebody typed, to be shown again. */
interface Typed {
  readonly email: string;
  readonly password?: string;
  readonly problem?: string;
}

/** Routes to mount on the operator's site. */
export function signInRoutes(options: SignInRoutesOptions): Hono<Environment> {
  const { database, provider, origins } = options;
  const app = new Hono<Environment>();

  app.get('/log-ind/:id', async (context) => {
    const interaction = await interactionOf(provider, context.env.incoming, context.env.outgoing);
    if (!interaction) return unknownSignIn(context);
    const wanted = context.req.query('person');
    const sample = wanted === undefined ? undefined : (await listSignIns(database)).find(({ key }) => key === wanted);
    return show(context, options, interaction, { email: sample?.email ?? '', password: sample ? 'demo' : '' });
  });

  app.post('/log-ind/:id', async (context) => {
    if (context.req.header('origin') !== origins.operator) return unknownSignIn(context, 403);
    const interaction = await interactionOf(provider, context.env.incoming, context.env.outgoing);
    if (!interaction) return unknownSignIn(context);
    const { email, password } = await context.req.parseBody();
    if (typeof email !== 'string' || typeof password !== 'string') return unknownSignIn(context);
    const wait = await countAttempt(database, email);
    if (wait > 0) {
      context.header('Retry-After', String(wait));
      const minutes = Math.ceil(wait / 60);
      const problem = `Der er prøvet for mange gange. Vent ${minutes === 1 ? '1 minut' : `${String(minutes)} minutter`}, og prøv igen.`;
      return show(context, options, interaction, { email, problem }, 429);
    }
    const person = await checkSignIn(database, email, password);
    if (!person) {
      return show(
        context,
        options,
        interaction,
        { email, problem: 'E-mailadressen og adgangskoden passer ikke sammen. Tjek begge, og prøv igen.' },
        422,
      );
    }
    await forgetAttempts(database, email);
    const { incoming, outgoing } = context.env;
    return context.redirect(await provider.interactionResult(incoming, outgoing, { login: { accountId: person.id } }), 303);
  });
  return app;
}

/** The sign-in that this browser has begun; the provider knows it by a cookie, so an address alone is worth nothing. */
async function interactionOf(provider: Provider, incoming: IncomingMessage, outgoing: ServerResponse): Promise<Interaction | undefined> {
  try {
    return await provider.interactionDetails(incoming, outgoing);
  } catch {
    return undefined;
  }
}

async function show(
  context: Context<Environment>,
  { database, origins, secrets, provider }: SignInRoutesOptions,
  interaction: Interaction,
  { email, password = '', problem }: Typed,
  status: 200 | 422 | 429 = 200,
): Promise<Response> {
  const clientId = interaction.params['client_id'];
  const own = operatorRegistration(origins, secrets).clientId;
  const client = typeof clientId === 'string' && clientId !== own ? (await provider.Client.find(clientId))?.clientName : undefined;
  const page = signInPage({ client, email, password, problem, samples: await listSignIns(database) });
  return context.html(page, status, pageHeaders([origins.partner]));
}

function unknownSignIn(context: Context<Environment>, status: 400 | 403 = 400): Response | Promise<Response> {
  return context.html(problemPage('login-expired'), status, pageHeaders());
}
