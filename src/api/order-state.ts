/** How far what was ordered has come, and of what kind it is (TMF622). */
import * as z from 'zod/mini';

/** `completed`, `failed` and `cancelled` are final. */
export const orderState = z.enum(['acknowledged', 'inProgress', 'completed', 'failed', 'cancelled']);

export const orderKind = z.enum(['newSubscription', 'changePlan', 'closeSubscription', 'replaceSim']);
