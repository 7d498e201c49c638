/** The person's own e-mail address, as `GET /session` tells it: asked for by the form only, since nothing else needs it (R36.2). */
import * as z from 'zod/mini';

export const ownEmail = z.object({ person: z.object({ id: z.string(), email: z.string() }) });
