/** What is sent about cases. Apart from the answers, because an element only writes it: its checks are the backend's to make. */
import * as z from 'zod/mini';
import { caseAboutKind, caseCategory, caseFilter, casePriority } from '../api/case.ts';
import { whole } from '../api/values.ts';
import { mostFileBytes, mostFiles } from './case-file.ts';

const text = z.string().check(z.trim(), z.minLength(1), z.maxLength(10_000));
/** Files that are complete and not yet part of anything, by id (SUP-3). */
const files = z.array(z.string()).check(z.maxLength(mostFiles));

/** `POST /companies/{c}/cases/search`: a POST, so that what is looked for stands in no address (PRV-6). */
export const caseQuestion = z.strictObject({
  /** Words of the subject, or the number. */
  search: z.string().check(z.maxLength(100)),
  state: z.nullable(caseFilter),
  /** Only what the person who asks has reported. */
  mine: z.boolean(),
  offset: whole.check(z.minimum(0)),
  limit: whole.check(z.minimum(1), z.maximum(100)),
});
export type CaseQuestion = z.output<typeof caseQuestion>;

/** `POST /companies/{c}/cases`, with `Idempotency-Key` (R4.3). */
export const caseRequest = z.strictObject({
  subject: z.string().check(z.trim(), z.minLength(1), z.maxLength(200)),
  description: text,
  category: z.nullable(caseCategory),
  priority: z.nullable(casePriority),
  about: z.nullable(z.strictObject({ kind: caseAboutKind, id: z.string() })),
  /** The closed case it follows (SUP-2). */
  follows: z.nullable(z.string()),
  files,
});
export type CaseRequest = z.output<typeof caseRequest>;

/** `POST /companies/{c}/cases/{case}/messages`, with `Idempotency-Key`. Two at once both land. */
export const caseReply = z.strictObject({ text, files });
export type CaseReply = z.output<typeof caseReply>;

/** `POST /companies/{c}/cases/{case}/read`: everything up to this message has been seen by the person; repeating does no harm. */
export const caseRead = z.strictObject({ message: z.string() });

/** `POST /companies/{c}/cases/files`, with `Idempotency-Key`: what is going to be sent. */
export const fileRequest = z.strictObject({
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(200)),
  /** Bytes. */
  size: whole.check(z.minimum(1), z.maximum(mostFileBytes)),
});
export type FileRequest = z.output<typeof fileRequest>;
