import * as z from 'zod/mini';
import { whole } from './values.ts';

/** The most items one answer holds, whatever is asked for. */
export const pageLimit = 100;

/**
 * One page of anything.
 *
 * `items` are at most {@link pageLimit}; `total` counts everything that matches, on all pages.
 */
export const pageOf = <T extends z.core.$ZodType>(item: T) => z.object({ items: z.array(item), total: whole });
