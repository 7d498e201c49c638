/** `POST /token`: where the intranet's page gets the tokens that it gives the elements. */
import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import * as z from 'zod/mini';
import type { TokenService } from './token-service.ts';

/** The cookie of a signed-in browser. */
export const partnerCookie = 'intranet';

const question = z.object({ reason: z.enum(['start', 'expiring', 'refused']) });

/**
 * Answers the intranet's own page only: a form or a script of another site can neither set the header nor have this
 * origin (T10). 401 when nobody is signed in, 503 when the operator cannot be asked.
 */
export function tokenRoute({ origin, tokens }: { origin: string; tokens: TokenService }) {
  return async (context: Context): Promise<Response> => {
    context.header('Cache-Control', 'no-store');
    const { req } = context;
    if (req.header('origin') !== origin || req.header('intranet-request') !== '1') return context.json({}, 403);
    const asked = question.safeParse(await req.json<unknown>().catch(() => undefined));
    if (!asked.success) return context.json({}, 400);
    const secret = getCookie(context, partnerCookie);
    if (secret === undefined) return context.json({}, 401);
    try {
      const given = await tokens.give(secret, asked.data.reason);
      return given ? context.json(given) : context.json({}, 401);
    } catch {
      context.header('Retry-After', '5');
      return context.json({}, 503);
    }
  };
}
