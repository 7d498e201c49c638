/** Both host sites and a browser, for one test file: on free ports, with a database in a folder that is gone afterwards. */
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'drizzle-orm';
import { chromium, type Browser, type BrowserContextOptions, type LaunchOptions } from 'playwright-core';
import { openDatabase, type SandboxDatabase } from '../../sandbox/database/database.ts';
import { seed } from '../../sandbox/database/seed.ts';
import { buildPartnerPage } from '../../sandbox/hosts/partner/build.ts';
import { MovableClock } from '../../sandbox/movable-clock.ts';
import { takePorts } from '../../sandbox/ports.ts';
import { startSandbox, type Sandbox } from '../../sandbox/servers.ts';
import { browser as installedBrowser } from '../../scripts/browser.mjs';
import { checkedFetch } from '../sandbox/checked.ts';
import { assertBuilt } from './built.ts';
import { Guest } from './guest.ts';

const today = '2026-11-22';

export interface StageOptions {
  /** Whether the intranet's page is built too. */
  readonly partner?: boolean;
  /** The life of an access token in seconds. */
  readonly tokenSeconds?: number;
  /** How many users c7 has. */
  readonly users?: number;
  /** How long each step of an order takes, in milliseconds. */
  readonly pace?: number;
  readonly launch?: LaunchOptions;
}

export class Stage {
  readonly browser: Browser;
  /** Answers of the API that were not as its contract says. */
  readonly violations: string[] = [];
  /** Whose answers are lost: what is asked for is done, then the connection is cut before a byte of the answer has left. */
  loses: (request: IncomingMessage) => boolean = () => false;
  /** What was asked for by those who order, with the key of each. */
  readonly orders: { readonly key: string | null; readonly body: unknown }[] = [];
  readonly #folder: string;
  readonly #options: StageOptions;
  readonly #guests = new Set<Guest>();
  #database: SandboxDatabase | undefined;
  #sandbox: Sandbox | undefined;

  private constructor(browser: Browser, folder: string, options: StageOptions) {
    this.browser = browser;
    this.#folder = folder;
    this.#options = options;
  }

  static async open(options: StageOptions = {}): Promise<Stage> {
    assertBuilt();
    const folder = await mkdtemp(path.join(tmpdir(), 'selvbetjening-e2e-'));
    const stage = new Stage(await chromium.launch({ ...(await installedBrowser()), ...options.launch }), folder, options);
    try {
      if (options.partner) await buildPartnerPage(path.join(folder, 'page'));
      await stage.#start({});
    } catch (error) {
      // An open browser would keep the test from ending with this error.
      await stage.close();
      throw error;
    }
    return stage;
  }

  get database(): SandboxDatabase {
    assert.ok(this.#database, 'the sandbox runs');
    return this.#database;
  }

  /** The operator's site, without a slash at the end. */
  get operator(): string {
    return this.#running.operator;
  }

  /** The intranet, likewise. */
  get partner(): string {
    return this.#running.partner;
  }

  get #running(): Sandbox {
    assert.ok(this.#sandbox, 'the sandbox runs');
    return this.#sandbox;
  }

  /** Somebody with a browser profile of their own. */
  async guest(options: BrowserContextOptions = {}): Promise<Guest> {
    const guest = await Guest.arrive(this.browser, this, options);
    this.#guests.add(guest);
    return guest;
  }

  /** What has been ordered goes a step further at once, where the works were told to take their time. */
  async hasten(): Promise<void> {
    await this.database.db.execute(
      sql`update order_item set moved_at = now() - interval '1 day' where state in ('acknowledged', 'inProgress')`,
    );
  }

  /** Ends both sites, and starts them again at the same addresses on what was kept. */
  async restart(): Promise<void> {
    const { operator, partner } = this.#running;
    await this.#stop();
    await this.#start({ operatorPort: Number(new URL(operator).port), partnerPort: Number(new URL(partner).port) });
  }

  /** Ends everything. @throws when the API has broken its contract. */
  async close(): Promise<void> {
    await this.browser.close();
    await this.#stop();
    await rm(this.#folder, { recursive: true, force: true });
    assert.deepEqual(this.violations, []);
  }

  async #start(ports: { operatorPort?: number; partnerPort?: number }): Promise<void> {
    const { tokenSeconds = 300, users = 60, pace } = this.#options;
    const folder = (name: string) => path.join(this.#folder, name);
    const database = await openDatabase({ folder: folder('pg') });
    this.#database = database;
    await seed(database, { today, users, months: 3 });
    const taken = await takePorts(ports);
    taken.operator.on('request', (request, response) => {
      if (!this.loses(request)) return;
      response.writeHead = () => {
        request.socket.destroy();
        return response;
      };
    });
    this.#sandbox = await startSandbox({
      ...{ database, clock: await MovableClock.open(database, today), tokenSeconds, ports: taken },
      ...(pace !== undefined && { pace }),
      partnerFolder: folder('partner'),
      partnerPage: folder('page'),
      wrapFetch: (fetch) => {
        const checked = checkedFetch(fetch, (violation) => this.violations.push(violation));
        return async (request) => {
          if (request.method === 'POST' && request.url.endsWith('/orders'))
            this.orders.push({ key: request.headers.get('idempotency-key'), body: await request.clone().json() });
          return checked(request);
        };
      },
    });
  }

  async #stop(): Promise<void> {
    await this.#sandbox?.stop();
    await this.#database?.close();
    this.#sandbox = this.#database = undefined;
  }
}
