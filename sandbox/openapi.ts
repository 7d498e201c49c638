/** The contract as OpenAPI 3.1, made from the schemas the elements read with. */
import * as z from 'zod/mini';
import { problemDetails, problemKinds, type ProblemKind } from './http/problem.ts';
import type { Route } from './http/route.ts';
import { routes } from './routes.ts';
import { sessionCookie } from './sign-in/session-cookie.ts';

let made: object | undefined;

/** The document served at `/v1/openapi.json`. */
export const openApi = (): object => (made ??= make());

function make(): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const route of routes) (paths[route.path] ??= {})[route.method.toLowerCase()] = operation(route);
  paths['/openapi.json'] = {
    get: { summary: 'This document.', security: [], responses: { 200: json('The contract.', { type: 'object' }) } },
  };
  return {
    openapi: '3.1.0',
    info: { title: 'Selvbetjening', version: '1', description: about },
    servers: [{ url: '/v1' }],
    security: [{ token: [] }, { session: [] }],
    paths,
    components: {
      schemas: { Problem: schemaOf(problemDetails, 'output') },
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: sessionCookie,
          description: 'Same site only; every request brings `Selvbetjening-Request: 1`.',
        },
      },
    },
  };
}

const about = `What an operator's backend offers to Selvbetjening Elements. Days are calendar days in Europe/Copenhagen, money is whole øre without
VAT, but what an invoice comes to in all, what is owed and what a month came to include it; telephone numbers are E.164, ids are opaque. A
company that is not the person's and one that does not exist give the same 404.`;

function operation({ method, path, summary, query, body, answer, needs, change, option, tagged, file, open }: Route): object {
  const problems: ProblemKind[] = ['invalid', 'busy', 'unexpected', 'unavailable', 'forbidden'];
  if (!open) problems.push('unauthorized');
  if (needs !== null || option !== undefined || open) problems.push('not-found');
  if (change) problems.push('in-progress', ...(change.matched ? (['changed', 'match-missing'] as const) : []));
  const keyed = change?.keyed ?? open?.keyed ?? false;
  if (keyed) problems.push('key-missing');
  if (file) problems.push(...file.problems);
  if (body !== null) problems.push('timeout', 'too-large', 'unsupported-media-type');
  return {
    operationId: operationId(method, path),
    summary,
    ...(open && { security: [{}, { token: [] }, { session: [] }] }),
    ...(needs !== null && {
      description:
        needs === 'member'
          ? 'Needs to administer the company.'
          : `Needs the right to ${change && !change.personal ? 'change' : 'read'} ${needs.join(' or ')}.`,
    }),
    parameters: [
      ...[...path.matchAll(/\{(\w+)\}/g)].map((match) => pathParameter(match[1] ?? '')),
      ...queryParameters(query),
      ...(keyed ? [keyParameter] : []),
      ...(change?.matched ? [matchParameter] : []),
    ],
    ...(body !== null && { requestBody: { required: true, content: contentOf(body) } }),
    responses: {
      [change?.status ?? 200]: file
        ? {
            description: 'The file.',
            headers: { ...headers, ...disposition },
            content: Object.fromEntries(file.types.map((type) => [type, { schema: binary }])),
          }
        : json('The answer.', schemaOf(answer, 'output'), tagged ? { ...headers, ...etag } : headers),
      ...Object.fromEntries(problems.map((kind) => [problemKinds[kind].status, problem(kind)])),
    },
  };
}

const binary = { type: 'string', format: 'binary' };
const contentOf = (body: NonNullable<Route['body']>): object =>
  body === 'bytes' ? { 'application/octet-stream': { schema: binary } } : { 'application/json': { schema: schemaOf(body, 'input') } };

/** `getCompaniesCompanyUsersUser`: stable as long as the address is. */
const operationId = (method: string, path: string): string =>
  method.toLowerCase() + path.replaceAll(/[/{}]+(\w?)/g, (_, letter: string) => letter.toUpperCase());

const pathParameter = (name: string): object => ({ name, in: 'path', required: true, schema: { type: 'string' } });

const keyParameter: object = {
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  description: 'Made once for each intention; the same key brings the same answer again, with `Idempotency-Replayed: true`, for two days.',
  schema: { type: 'string', pattern: '^"?[A-Za-z0-9_-]{8,64}"?$' },
};
const matchParameter: object = {
  name: 'If-Match',
  in: 'header',
  required: true,
  description: 'The `ETag` of what the person was shown.',
  schema: { type: 'string' },
};

function queryParameters(query: z.ZodMiniType): object[] {
  const { properties = {} } = schemaOf(query, 'input');
  return Object.entries(properties).map(([name, schema]) => ({ name, in: 'query', schema }));
}

const json = (description: string, schema: object, own: object = headers): object => ({
  description,
  headers: own,
  content: { 'application/json': { schema } },
});

const problem = (kind: ProblemKind): object => ({
  description: problemKinds[kind].title,
  headers,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
});

const etag = { ETag: { description: 'What a change of it is meant for: send it as `If-Match`.', schema: { type: 'string' } } };
const disposition = { 'Content-Disposition': { description: 'What it is saved as.', schema: { type: 'string' } } };
const headers = { 'Request-Id': { description: 'What to tell the operator’s support.', schema: { type: 'string' } } };

/** A schema as JSON Schema, without the dialect, which the document itself names. */
function schemaOf(schema: z.ZodMiniType, io: 'input' | 'output'): z.core.JSONSchema.JSONSchema {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io });
  return rest;
}
