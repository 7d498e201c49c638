/** Both host sites, the API and a mail server on loopback, in this process: for `npm start` and for tests. */
import type { RequestListener } from 'node:http';
import path from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { createApp } from './app.ts';
import type { AppOptions } from './app.ts';
import { openBooks } from './billing/books.ts';
import { closeMonth } from './billing/close-month.ts';
import { settle } from './billing/settle.ts';
import type { SandboxDatabase } from './database/database.ts';
import { article } from './hosts/operator/pages/help-article.ts';
import { operatorListener } from './hosts/operator/server.ts';
import { SessionStore } from './hosts/partner/session-store.ts';
import { partnerSite } from './hosts/partner/site.ts';
import { tidyIntentions } from './http/idempotency.ts';
import { InvoiceFiles } from './invoices/e-invoice-mails.ts';
import { PdfThread } from './invoices/pdf/maker.ts';
import { portOf } from './loopback.ts';
import { keepMail } from './mail/mailbox.ts';
import { tidyMail } from './mail/outbox.ts';
import { MailSender } from './mail/sender.ts';
import type { MovableClock } from './movable-clock.ts';
import { answerWith, giveBack, takePorts } from './ports.ts';
import type { Ports } from './ports.ts';
import { tokenCheck } from './sign-in/access-token.ts';
import { grantLives, tidyProvider } from './sign-in/adapter.ts';
import { apiAddressOf, directRegistration, operatorRegistration, partnerRegistration } from './sign-in/clients.ts';
import type { Origins } from './sign-in/clients.ts';
import { CodeFlow } from './sign-in/code-flow.ts';
import { identifier } from './sign-in/identify.ts';
import { createProvider, signInSeconds } from './sign-in/provider.ts';
import { signInSecrets } from './sign-in/secrets.ts';
import { tidyAttempts } from './sign-in/site-attempts.ts';
import { SiteSessions } from './sign-in/site-sessions.ts';
import { tidyThrottle } from './sign-in/throttle.ts';
import { closeResolved } from './support-cases/close-resolved.ts';
import { tidyFiles } from './support-cases/files.ts';
import { startWorks } from './works.ts';

type Fetch = (request: Request) => Promise<Response>;

export interface SandboxOptions {
  /** Open and seeded; whoever opened it closes it after `stop()`. */
  readonly database: SandboxDatabase;
  readonly clock: MovableClock;
  /** A folder of the partner's own, for its sessions. */
  readonly partnerFolder: string;
  /** The built page of the partner; without it the page comes without script and style. */
  readonly partnerPage?: string;
  /** 0 or nothing takes a free port. */
  readonly operatorPort?: number;
  readonly partnerPort?: number;
  readonly mailPort?: number;
  /** Instead of the numbers, ports that have been taken before. They are given back by `stop()`, and when starting fails. */
  readonly ports?: Ports;
  /** The life of an access token in seconds; 300 when not given. */
  readonly tokenSeconds?: number;
  /** Where mail is sent: a mail server's address; the sandbox's own mailbox if nothing is said. */
  readonly smtp?: string;
  /** Whether there is an address service; there is, if nothing is said. */
  readonly addressService?: boolean;
  /** How long each step of an order takes, in milliseconds; as long as the works find right when not given. */
  readonly pace?: number;
  /** Wraps the API, for instance to look at every answer. */
  readonly wrapFetch?: (fetch: Fetch) => Fetch;
  /** Where the API writes what it has answered. */
  readonly log?: AppOptions['log'];
  /** Told of what should not have happened, in the API (with the request's id), at the provider and in the works (null). */
  readonly fault?: (requestId: string | null, error: unknown) => void;
}

/** Addresses without a slash at the end, and the way to end it all. */
export interface Sandbox extends Origins {
  stop(): Promise<void>;
}

/** How often what has expired is removed, in milliseconds. */
const tidyEvery = 10 * 60 * 1000;

/**
 * Starts both sites and the operator's works. The database may come from an earlier start: whoever was signed in still is, if the ports are the same.
 *
 * @throws the system's error when a port is taken
 */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const { database, partnerFolder } = options;
  // The addresses are needed before anything that answers under them can be made, so the ports are taken first.
  const ports = options.ports ?? (await takePorts(options));
  const { operator, partner } = ports;
  const origins: Origins = {
    operator: `http://localhost:${String(portOf(operator))}`,
    partner: `http://127.0.0.1:${String(portOf(partner))}`,
  };
  const pdfs = new PdfThread();
  try {
    const sessions = new SiteSessions(database);
    const tidy = () =>
      Promise.all([
        tidyProvider(database),
        tidyAttempts(database),
        tidyThrottle(database),
        sessions.tidy(),
        tidyIntentions(database.db),
        tidyMail(database.db),
        tidyFiles(database.db),
      ]);
    await tidy();
    // One that was filled by an earlier version has none yet.
    await openBooks(database.db, options.clock.today());
    answerWith(operator, await operatorRequests(options, origins, sessions, pdfs));
    const store = await SessionStore.open(path.join(partnerFolder, 'sessions.json'));
    answerWith(partner, await partnerRequests(options, origins, store));
    const timer = setInterval(() => void tidy().catch(() => undefined), tidyEvery);
    ports.mail.receive((mail) => keepMail(database.db, mail));
    const works = operatorWorks(options, ports, pdfs);
    return {
      ...origins,
      async stop() {
        clearInterval(timer);
        // What is being sent goes to our own mailbox, as a rule.
        await works.stop();
        await pdfs.stop();
        await giveBack(ports);
      },
    };
  } catch (error) {
    await giveBack(ports);
    throw error;
  }
}

/** Orders are carried out, months and resolved cases are closed, invoices are paid, mail is sent, and the day is the one that any instance has moved the clock to. */
function operatorWorks(
  { database, clock, pace, smtp, fault }: SandboxOptions,
  { mail }: Ports,
  pdfs: PdfThread,
): { stop(): Promise<void> } {
  const stopped = new AbortController();
  const closeMonths = async () => {
    while (!stopped.signal.aborted && (await closeMonth(database, clock)));
  };
  const closeCases = async () => {
    while (!stopped.signal.aborted && (await closeResolved(database, clock)));
  };
  const told = (error: unknown) => fault?.(null, error);
  const attach = new InvoiceFiles(database.db, pdfs.make).of;
  const sender = new MailSender({ database, smtp: smtp ?? `smtp://127.0.0.1:${String(mail.port)}`, attach, fault: told });
  const beginSending = () => {
    sender.begin();
    return Promise.resolve();
  };
  const works = startWorks({
    ...{ database, clock, hooks: [() => clock.refresh(), closeMonths, () => settle(database, clock), closeCases, beginSending] },
    ...(pace !== undefined && { pace }),
    fault: told,
  });
  return {
    async stop() {
      stopped.abort();
      await works.stop();
      await sender.stop();
    },
  };
}

async function operatorRequests(
  options: SandboxOptions,
  origins: Origins,
  sessions: SiteSessions,
  pdfs: PdfThread,
): Promise<RequestListener> {
  const { database, clock, tokenSeconds = 300, wrapFetch = (fetch: Fetch) => fetch, addressService = true, smtp, log, fault } = options;
  const secrets = await signInSecrets(database);
  const app = createApp({
    database,
    clock,
    identify: identifier(
      sessions,
      tokenCheck(origins, secrets.signingKey, (grant) => grantLives(database, grant)),
    ),
    allowedOrigins: [origins.partner],
    ownOrigins: [origins.operator],
    addressService,
    articles: [article],
    pdf: pdfs.make,
    ...(log && { log }),
    ...(fault && { fault }),
  });
  const provider = createProvider({ database, origins, secrets, tokenSeconds, signedOut: (cookie) => sessions.close(cookie) });
  provider.on('server_error', (_context, error) => fault?.(null, error));
  return operatorListener({
    database,
    clock,
    origin: origins.operator,
    origins,
    secrets,
    sessions,
    provider,
    flow: new CodeFlow(operatorRegistration(origins, secrets)),
    elements: path.join(import.meta.dirname, '../dist/cdn'),
    mailGoesElsewhere: smtp !== undefined,
    api: wrapFetch((request) => app.fetch(request)),
  });
}

async function partnerRequests({ database, partnerPage }: SandboxOptions, origins: Origins, store: SessionStore): Promise<RequestListener> {
  const secrets = await signInSecrets(database);
  const site = partnerSite({
    origin: origins.partner,
    api: apiAddressOf(origins),
    // The operator has told the partner its client secret; that is all the two share.
    flow: new CodeFlow(partnerRegistration(origins, secrets)),
    direct: directRegistration(origins),
    store,
    assets: partnerPage,
    signInSeconds,
  });
  const listener = getRequestListener(site.fetch, { overrideGlobalObjects: false });
  return (request, response) => void listener(request, response);
}
