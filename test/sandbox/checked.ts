/** Holding every answer against the published contract: the status is known for the address, the content type and the body are as promised. */
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';

type Fetch = (request: Request) => Promise<Response>;

interface Operation {
  readonly responses: Record<string, { content?: Record<string, { schema: object }> } | undefined>;
}

interface Document {
  readonly paths: Record<string, Record<string, Operation>>;
  readonly components: object;
}

/** What one address promises, ready to be asked. */
interface Promised {
  readonly pattern: RegExp;
  readonly operations: Record<string, Operation>;
}

/**
 * Wraps the API so that an answer that breaks the contract does not pass: `violated` is told of it, and if there is none, the
 * call rejects. The document is the one the API itself serves.
 */
export function checkedFetch(fetch: Fetch, violated?: (violation: string) => void): Fetch {
  let check: Promise<(request: Request, response: Response) => Promise<string | null>> | undefined;
  return async (request) => {
    check ??= fetch(new Request(new URL('/v1/openapi.json', request.url)))
      .then((response) => response.json() as Promise<Document>)
      .then(createCheck);
    const asked = new Request(request.url, { method: request.method });
    const response = await fetch(request);
    const violation = await (await check)(asked, response);
    if (violation !== null && violated === undefined) throw new Error(violation);
    if (violation !== null) violated?.(violation);
    return response;
  };
}

function createCheck(document: Document): (request: Request, response: Response) => Promise<string | null> {
  const ajv = new Ajv2020({ allErrors: true, strict: false });
  ajv.addSchema({ $id: 'contract', components: document.components });
  const promised = Object.entries(document.paths).map(([path, operations]): Promised => {
    return { pattern: new RegExp(`^/v1${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`), operations };
  });
  const validators = new Map<object, ValidateFunction>();
  const validatorOf = (schema: object): ValidateFunction => {
    const known = validators.get(schema);
    if (known !== undefined) return known;
    // References point into the document, which ajv knows by a name.
    const made = ajv.compile(JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"contract#/')) as object);
    validators.set(schema, made);
    return made;
  };
  const problem = { $ref: '#/components/schemas/Problem' };

  return async (request, response) => {
    const where = `${request.method} ${new URL(request.url).pathname} answered ${String(response.status)}`;
    const id = response.headers.get('request-id');
    if (id === null) return `${where} without a request id.`;
    if (request.method === 'OPTIONS' && response.status === 204) return null;
    const found = promised.find(({ pattern }) => pattern.test(new URL(request.url).pathname));
    const operation = found?.operations[request.method === 'HEAD' ? 'get' : request.method.toLowerCase()];
    const content = operation === undefined ? unknown(found, response) : operation.responses[response.status]?.content;
    if (content === undefined) return `${where}, which the contract does not know.`;
    const type = response.headers.get('content-type') ?? '';
    const schema = (content[type] as { schema: object } | undefined)?.schema;
    if (schema === undefined) return `${where} as »${type}«, which the contract does not know.`;
    if (request.method === 'HEAD' || !type.includes('json')) return null;
    const body: unknown = await response.clone().json();
    const validate = validatorOf(schema);
    if (!validate(body)) return `${where}: ${ajv.errorsText(validate.errors)}`;
    if (type === 'application/problem+json' && (body as { requestId: string }).requestId !== id) return `${where} with two request ids.`;
    return null;
  };

  /** Where there is no such address or method there is a 404 or a 405, and nothing else. */
  function unknown(found: Promised | undefined, { status }: Response): Record<string, { schema: object }> | undefined {
    return status === (found === undefined ? 404 : 405) ? { 'application/problem+json': { schema: problem } } : undefined;
  }
}
