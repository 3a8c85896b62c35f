/** What the demo help desk shows, and where. */
export interface StartOptions {
  /** Path of conversation records (.ndjson, .json, plain or .gz); absent: the embedded demo data. */
  readonly file?: string;
  /** The demo data comes over HTTP, from a server of the kit's REST contract. */
  readonly server?: boolean;
  /** Exactly this port, 0 for any free one; absent: the first free one from 4321 up. */
  readonly port?: number;
  /** Directives of the page's policy by name, in place of its own: for tests of stricter hosts. */
  readonly policy?: Readonly<Record<string, string>>;
}

/** A served help desk. */
export interface RunningDemo {
  /** Address to open; says in its query where the records lie. */
  readonly url: string;
  /** Ends all connections and frees the port. */
  close(): Promise<void>;
}

/** The policy of the served help desk, by directive. */
export const contentSecurityPolicy: Readonly<Record<string, string>>;

/** Builds the demo help desk and serves it under a strict content security policy; throws an error that says what to change. */
export function startDemo(options?: StartOptions): Promise<RunningDemo>;
