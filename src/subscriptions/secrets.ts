/** What only its holder should know. Asked for by a call of its own, each of which is written down (SIM-3). */
import * as z from 'zod/mini';

/** What was not asked for, or does not exist, is null. */
export const secrets = z.object({
  pin: z.nullable(z.string()),
  puk: z.nullable(z.string()),
  /** An eSIM's activation code, `LPA:1$server$matching` (SIM-2). */
  activationCode: z.nullable(z.string()),
});
export type Secrets = z.output<typeof secrets>;
