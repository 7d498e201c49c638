/** Puts a story on a page of its own with a session: who looks, at which company, and what goes wrong. */
import type { Decorator, Loader } from '@storybook/web-components-vite';
import { html } from 'lit';
import { classMap } from 'lit/directives/class-map.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import { styleMap } from 'lit/directives/style-map.js';
import type { Words } from '../src/session/contexts.ts';
import '../src/session/ss-session.ts';
import type { Fault } from '../test/faults.ts';
import { apiOf, route, sandboxOfThePage } from './backend.ts';
import './page.css';
import { asking, type Prepared, type Preparing } from './prepared.ts';

export interface SandboxOptions {
  /** The key of the company to start with; without it, the person's first. */
  readonly company?: string;
  /** The key of the sample person who looks, Maja Holm if nothing is said; null is nobody. */
  readonly person?: string | null;
  readonly fault?: Fault;
  readonly lang?: 'da' | 'en';
  readonly dark?: boolean;
  /** The room there is for the element, CSS pixels. */
  readonly width?: number;
  /** The profile to open, by the key of the user or of the subscription; the element's `route` in {@link Loaded}. */
  readonly profile?: readonly ['user' | 'subscription', string];
  /** What has happened before the story begins. It comes again each time the story is visited, and must then lead to the same. */
  readonly prepare?: Preparing;
  /** The operator's own words. */
  readonly words?: Words;
  /** A selector of what the story is about, where that is waiting, failing or being refused; with a fault, the notice that it failed. */
  readonly stands?: string;
}

/** What was found in the sandbox before the story is drawn. */
export interface Loaded extends Prepared {
  readonly companyId?: string;
  readonly route?: string;
}

interface InSandbox {
  readonly decorators: Decorator[];
  readonly loaders: Loader[];
  readonly parameters: { readonly stands: string | undefined };
}

/** The notice that something failed. */
export const problem = '[part=problem]';

/** What a story is made of besides its attributes: spread it into the story. */
export const withSandbox = (options: SandboxOptions = {}): InSandbox => {
  const { company, person = 'maja', profile } = options;
  const load: Loader = async ({ id }): Promise<Loaded> => {
    route(id, options.fault);
    const sandbox = await sandboxOfThePage();
    const companyId = company && (await sandbox.id('company', company));
    const place = profile && `${profile[0]}s/${await sandbox.id(...profile)}`;
    const path = `companies/${companyId ?? ''}`;
    return {
      ...(companyId && { companyId }),
      ...(place && { route: place }),
      ...(await options.prepare?.({ ask: asking(person ?? ''), company: path, profile: `${path}/${place ?? ''}` })),
    };
  };
  const token = () => Promise.resolve(person === null ? null : { token: person, expiresIn: 3600 });
  const draw: Decorator = (story, { id, loaded }) => {
    const { companyId, drafts } = loaded as Loaded;
    return html`<div class=${classMap({ page: true, dark: options.dark === true })} lang=${options.lang ?? 'da'}>
      <ss-session api=${apiOf(id)} mode="token" company=${ifDefined(companyId)} .token=${token} .words=${options.words} .drafts=${drafts}>
        <div style=${styleMap({ maxInlineSize: options.width === undefined ? null : `${String(options.width)}px` })}>${story()}</div>
      </ss-session>
    </div>`;
  };
  return { decorators: [draw], loaders: [load], parameters: { stands: options.stands ?? (options.fault && problem) } };
};
