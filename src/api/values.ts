/** The small values of the contract, as they travel. */
import * as z from 'zod/mini';

/** A whole number. (`z.int()` says the same and weighs a quarter of a kilobyte more.) */
export const whole = z.number().check(z.multipleOf(1));

/** A calendar day, `YYYY-MM-DD`, in Europe/Copenhagen. A day is not a moment: it never moves with a time zone (FMT-3). */
export const day = z.string().check(
  z.regex(/^\d{4}-\d\d-\d\d$/),
  z.refine((text) => !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text)), // 31 February is no day
);

/** A moment, RFC 3339 in UTC: `2026-11-22T08:05:00.000Z`. */
export const moment = z.string().check(z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/));

/** A telephone number as E.164: `+45` and 8 digits, or 12 for machines (NUM-1, NUM-2). */
export const phoneNumber = z.string().check(z.regex(/^\+[1-9]\d{6,14}$/));

/** An amount without VAT unless the field's name says otherwise: whole øre, never a fraction (FMT-4). */
export const money = z.object({ amount: whole, currency: z.enum(['DKK']) });

/**
 * How long before the last day a closing must be ordered (SUB-4): a number of days, or the running month and a number
 * of months more.
 */
export const notice = z.object({ length: whole, unit: z.enum(['days', 'monthsAfterRunning']) });
export type Notice = z.output<typeof notice>;
