/** How far what was ordered has come, and of what kind it is (TMF622). */
import * as z from 'zod/mini';

/** `completed`, `failed` and `cancelled` are final. */
export const orderState = z.enum(['acknowledged', 'inProgress', 'completed', 'failed', 'cancelled']);

/** What happens to a subscription. */
export const changeKind = z.enum(['newSubscription', 'changePlan', 'closeSubscription', 'replaceSim']);

/** The same, and products. */
export const orderKind = z.enum(['newSubscription', 'changePlan', 'closeSubscription', 'replaceSim', 'product']);

/** How far a parcel has come. */
export const parcelState = z.enum(['received', 'packed', 'sent', 'delivered']);
