/** A support case with the conversation (R4.1). */
import * as z from 'zod/mini';
import { caseAboutKind, caseFields, caseState } from '../api/case.ts';
import { moment, whole } from '../api/values.ts';

/** A file that is part of a message. Its name is the one it was sent with, and text like any other (T12). */
export const caseFile = z.object({
  id: z.string(),
  name: z.string(),
  /** Its media type, found in its content, not believed (T13). */
  type: z.string(),
  /** Bytes. */
  size: whole,
});
export type CaseFile = z.output<typeof caseFile>;

/** Something said; it is never changed or taken away. Plain text with line breaks (SUP-5). */
export const caseMessage = z.object({
  id: z.string(),
  /** Said by the company's people or by the operator's. */
  from: z.enum(['company', 'operator']),
  /** Who said it, by name. */
  author: z.string(),
  /** Whether that is the person who asks. */
  mine: z.boolean(),
  at: moment,
  text: z.string(),
  files: z.array(caseFile),
});
export type CaseMessage = z.output<typeof caseMessage>;

/** What a case is about. */
export const caseAbout = z.object({
  kind: caseAboutKind,
  id: z.string(),
  /** The user's name, or the number of the order or invoice; null where the person who asks may not see such, or it is gone. */
  name: z.nullable(z.string()),
});

/** `GET /companies/{c}/cases/{case}`; also what a reply, a closing and an opening answer with. */
export const supportCase = z.object({
  ...caseFields,
  /** Who has reported it. */
  reporter: z.string(),
  about: z.nullable(caseAbout),
  /** The closed case that this one follows (SUP-2). */
  follows: z.nullable(z.object({ id: z.string(), number: z.string() })),
  /** The description first, then what was said, in its order. */
  messages: z.array(caseMessage),
  /** How many of the first messages this person had seen: everything after them is new. */
  seen: whole,
  /** The states it has had, in their order, and when each began. */
  history: z.array(z.object({ state: caseState, at: moment })),
  /** How many more files it can take. */
  filesLeft: whole,
  /** What this person may do now. A reply to one that waits or is resolved opens it again (SUP-2). */
  may: z.object({ reply: z.boolean(), resolve: z.boolean(), reopen: z.boolean() }),
});
export type SupportCase = z.output<typeof supportCase>;

/** `POST …/{case}/read`: how many of the company's cases have an answer that this person has not seen. */
export const seenCases = z.object({ unread: whole });
