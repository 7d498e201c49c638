/** The keys a widget may ask the page for, and what it gets. The protocol is the community's, so the keys outlive a version of ours. */
import { createContext } from '@lit/context';
import type { Client } from '../api/client.ts';
import type { AddressService } from '../api/found-address.ts';
import type { Problem } from '../api/problem.ts';
import type { SupportTopic } from '../api/support-topic.ts';
import type { Company, Operator } from './session.ts';

/** Who is here, as one immutable snapshot. */
export interface Session {
  readonly person: { readonly id: string; readonly name: string };
  /** The first hundred in Danish order, and the active one. */
  readonly companies: readonly Company[];
  /** How many the person may administer in all. */
  readonly total: number;
  /** The active company; `undefined` when the person may administer none. */
  readonly company: Company | undefined;
  /** The company that was active until the backend no longer gave it to this person. */
  readonly lost: Company | undefined;
  readonly operator: Operator;
}

/** Replacements for the words on screen: glossary key → text, by language. */
export type Words = Readonly<Partial<Record<'da' | 'en', Readonly<Record<string, string>>>>>;

/** What a widget may do with the connection it stands under. */
export interface SessionConnection {
  /** Speaks for the present person. Another person gets another one: use it as part of a resource's key. */
  readonly client: Client;
  /** The id of the active company, or of the one that will be unless the session says otherwise. */
  readonly companyId: string | undefined;
  readonly words: Words | undefined;
  /** Where the host lets unfinished forms be kept over a reload; nothing is kept without it. */
  readonly drafts: Storage | undefined;
  /** Where addresses are searched for; without it with the contract's own service, with `null` nowhere. */
  readonly addresses: AddressService | null | undefined;
  /** The address of the host's page with the form for a support case; without it no element leads there. */
  readonly support: ((topic: SupportTopic) => string) | undefined;
  /** Makes the company active once all guards have agreed; resolves to whether it did. */
  choose(company: Company): Promise<boolean>;
  /** Asks whether anything typed may be lost: all guards in turn, until one says no. */
  mayLeave(): Promise<boolean>;
  /** Registers a question to be asked before anything typed would be lost; the returned function takes it back. */
  guard(ask: () => Promise<boolean>): () => void;
  /** Asks the backend again who is here and what they may do. */
  refresh(): void;
  /** Calls back when what failed may work again: the network is back, or the host's token came late. */
  onWake(callback: () => void): () => void;
}

/** `undefined` while no session element or `connect()` has been met. */
export const connectionContext = createContext<SessionConnection | undefined>(Symbol.for('selvbetjening/connection/1'));

/** `undefined` is not known yet, `null` is signed out. */
export const sessionContext = createContext<Session | null | undefined>(Symbol.for('selvbetjening/session/1'));

/** Why the session is not known, when that is known. */
export const sessionProblemContext = createContext<Problem | undefined>(Symbol.for('selvbetjening/session-problem/1'));
