import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';

/** What is said of one operation, as far as it is checked. */
interface Operation {
  readonly operationId: string;
  readonly parameters?: readonly { readonly $ref: string }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, unknown>> };
  readonly responses: Readonly<Record<string, ResponseObject>>;
}

interface ResponseObject {
  readonly $ref?: string;
  readonly headers?: Readonly<Record<string, unknown>>;
  readonly content?: Readonly<Record<string, unknown>>;
}

interface Parameter {
  readonly name: string;
  readonly in: 'query' | 'header';
  readonly required?: boolean;
  readonly schema: { readonly type?: string };
}

/** The parts of an OpenAPI document that are read here. */
export interface ContractDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: {
    readonly parameters: Readonly<Record<string, Parameter>>;
    readonly responses: Readonly<Record<string, ResponseObject>>;
  };
}

/** Holds requests and answers against an OpenAPI document. */
export class ContractChecker {
  readonly #ajv = new Ajv2020({ strict: false, allErrors: true });
  readonly #validators = new Map<string, ValidateFunction>();
  /** `operationId status` of what was seen, so that a test can say what it left out. */
  readonly seen = new Set<string>();

  /** @param basePath where the contract's paths start, with a slash at both ends */
  constructor(
    private readonly document: ContractDocument,
    private readonly basePath: string,
  ) {
    this.#ajv.addSchema({ ...document, $id: 'contract:' });
  }

  /** @throws {Error} naming what is not as the contract says */
  async check(request: Request, response: Response): Promise<void> {
    const [path, operation] = this.#operationOf(request);
    const method = request.method.toLowerCase();
    const where = `${request.method} ${path}`;
    this.seen.add(`${operation.operationId} ${response.status}`);
    // A request that the server refused may be one that is wrong.
    if (response.status !== 400 && response.status !== 403) await this.#checkRequest(request, operation, path, where);
    await this.#checkResponse(response, operation, ['paths', path, method, 'responses'], where);
  }

  /** A fetch that answers by itself and checks both sides. */
  fetching(answer: (request: Request) => Promise<Response>): typeof fetch {
    return async (address, init) => {
      const request = new Request(address, init);
      const response = await answer(request.clone());
      await this.check(request, response.clone());
      return response;
    };
  }

  #operationOf(request: Request): [string, Operation] {
    const { pathname } = new URL(request.url);
    const path = `/${pathname.slice(this.basePath.length)}`;
    const operation = this.document.paths[path]?.[request.method.toLowerCase()];
    if (operation === undefined) throw new Error(`${request.method} ${pathname} is not in the contract.`);
    return [path, operation];
  }

  async #checkRequest(request: Request, operation: Operation, path: string, where: string): Promise<void> {
    const parameters = (operation.parameters ?? []).map(({ $ref }) => {
      const name = $ref.split('/').at(-1)!;
      return { ...this.document.components.parameters[name]!, pointer: ['components', 'parameters', name, 'schema'] };
    });
    const query = new URL(request.url).searchParams;
    for (const name of query.keys()) {
      const isKnown = parameters.some((parameter) => parameter.in === 'query' && parameter.name === name);
      if (!isKnown) throw new Error(`${where}: the query "${name}" is not in the contract.`);
    }
    for (const { name, in: place, required, schema, pointer } of parameters) {
      const value = place === 'query' ? query.get(name) : request.headers.get(name);
      if (value !== null)
        this.#validate(pointer, schema.type === 'integer' ? Number(value) : value, `${where}: ${name}`);
      else if (required === true) throw new Error(`${where}: ${name} is missing.`);
    }
    if (operation.requestBody === undefined) return;
    const pointer = [
      'paths',
      path,
      request.method.toLowerCase(),
      'requestBody',
      'content',
      'application/json',
      'schema',
    ];
    if (mediaType(request) !== 'application/json') throw new Error(`${where}: the body is ${mediaType(request)}.`);
    this.#validate(pointer, await request.json(), `${where}: body`);
  }

  async #checkResponse(
    response: Response,
    { responses }: Operation,
    pointer: readonly string[],
    where: string,
  ): Promise<void> {
    const { status } = response;
    const key = String(status) in responses ? String(status) : 'default';
    if (key === 'default' && status < 400) throw new Error(`${where}: ${status} is not in the contract.`);
    const { $ref } = responses[key]!;
    const name = $ref?.split('/').at(-1);
    const described = name === undefined ? responses[key]! : this.document.components.responses[name]!;
    const place = name === undefined ? [...pointer, key] : ['components', 'responses', name];
    if (described.headers !== undefined && 'ETag' in described.headers) {
      this.#validate(['components', 'headers', 'ETag', 'schema'], response.headers.get('etag'), `${where}: ETag`);
    }
    const type = mediaType(response);
    if (described.content === undefined) {
      if ((await response.text()) !== '') throw new Error(`${where}: ${status} has no body in the contract.`);
      return;
    }
    if (!(type in described.content)) throw new Error(`${where}: ${status} is ${type || 'of no type'}.`);
    const schema = [...place, 'content', type, 'schema'];
    if (type === 'text/event-stream') return void response.body?.cancel();
    if (type !== 'application/x-ndjson') return this.#validate(schema, await response.json(), `${where}: ${status}`);
    const lines = (await response.text())
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as object);
    for (const [index, line] of lines.entries()) {
      this.#validate(schema, line, `${where}: line ${index + 1}`);
    }
    if (!('page' in lines.at(-1)!)) throw new Error(`${where}: the last line closes no page.`);
  }

  #validate(pointer: readonly string[], value: unknown, where: string): void {
    const fragment = pointer.map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1')));
    const $ref = `contract:#/${fragment.join('/')}`;
    const known = this.#validators.get($ref) ?? this.#ajv.compile({ $ref });
    this.#validators.set($ref, known);
    if (!known(value)) throw new Error(`${where}: ${this.#ajv.errorsText(known.errors)}`);
  }
}

function mediaType({ headers }: Request | Response): string {
  return (headers.get('content-type') ?? '').split(';')[0]!;
}
