/** Telephone numbers that can be chosen. */
import * as z from 'zod/mini';
import { pageOf } from '../api/page.ts';
import { moment, phoneNumber } from '../api/values.ts';

/** `GET /companies/{c}/numbers?digits=`: free numbers with these digits in a row, those that nobody holds. */
export const numberPage = pageOf(z.object({ phone: phoneNumber }));
export type NumberPage = z.output<typeof numberPage>;

/** `POST /companies/{c}/numbers/{number}/hold`: nobody else can order it until then; fifteen minutes. */
export const numberHold = z.object({ phone: phoneNumber, until: moment });
export type NumberHold = z.output<typeof numberHold>;
