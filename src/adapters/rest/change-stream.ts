import { AdapterError, type AdapterErrorCode } from '../../errors.js';
import type { RequestContext } from '../adapter.js';
import { Backoff, pause } from '../backoff.js';
import { ignore } from '../bytes.js';
import type { Answer } from './answer.js';
import { eventNames } from './event-stream.js';
import type { RestClient } from './rest-client.js';

/** How patiently a server is asked for its changes. */
export interface ChangePauses {
  /** Between two questions where no stream can be had, ms. */
  readonly pollMs: number;
  /** Before a stream that ended is asked for again, ms. */
  readonly reconnectMs: number;
}

const usualPauses: ChangePauses = { pollMs: 30_000, reconnectMs: 1_000 };
const streamType = 'text/event-stream';
/** Why a server will never tell of changes. */
const NOTHING_TO_TELL: ReadonlySet<AdapterErrorCode> = new Set(['unsupported', 'not-found']);

/** What a server tells of changes, once for all who listen: browsers open few connections to one server. */
export class ChangeStream {
  readonly #listeners = new Set<() => void>();
  #running: AbortController | null = null;

  constructor(
    private readonly client: RestClient,
    private readonly pauses = usualPauses,
  ) {}

  /** Calls `changed` until the function handed back is called, or the context's signal is aborted. */
  listen(changed: () => void, { signal, locale, timeZone }: RequestContext): () => void {
    // An own one each time: the same function may listen twice.
    const listener = (): void => changed();
    const leave = (): void => {
      signal.removeEventListener('abort', leave);
      this.#listeners.delete(listener);
      if (this.#listeners.size > 0) return;
      this.#running?.abort();
      this.#running = null;
    };
    if (signal.aborted) return leave;
    signal.addEventListener('abort', leave, { once: true });
    this.#listeners.add(listener);
    if (this.#running === null) {
      this.#running = new AbortController();
      void this.#run({ signal: this.#running.signal, locale, timeZone });
    }
    return leave;
  }

  /** Goes on until nobody listens, or the server has nothing to tell: it is asked for changes now and then all the same. */
  async #run(asker: Pick<RequestContext, 'signal' | 'locale' | 'timeZone'>): Promise<void> {
    const backoff = new Backoff({
      attempts: Infinity,
      firstPauseMs: this.pauses.reconnectMs,
      longestPauseMs: 5 * 60_000,
    });
    let mayStream = true;
    let version: string | null = null;
    let isFirst = true;
    while (!asker.signal.aborted) {
      try {
        const accept = mayStream ? `${streamType}, application/json;q=0.5` : 'application/json';
        const answer = await this.client.open({ path: 'changes', accept }, asker);
        if (answer.type === streamType) {
          if (!isFirst) this.#tell(); // Something may have changed while nothing was heard.
          isFirst = false;
          await this.#follow(answer, backoff);
          await pause(this.pauses.reconnectMs, asker.signal);
        } else {
          const now = await versionIn(answer);
          if (version !== null ? now !== version : !isFirst) this.#tell();
          [version, isFirst] = [now, false];
          backoff.reset();
          await pause(this.pauses.pollMs, asker.signal);
        }
      } catch (error) {
        isFirst = false;
        // A stream that stays silent is held up by something on its way.
        if (error instanceof AdapterError && error.code === 'timeout') mayStream = false;
        const goesOn = await backoff.after(error, asker.signal).then(
          () => true,
          () => false,
        );
        if (goesOn) continue;
        if (error instanceof AdapterError && NOTHING_TO_TELL.has(error.code)) return;
        // Such as a viewer who has to sign in again: most of all then there is news.
        await pause(10 * this.pauses.pollMs, asker.signal).catch(ignore);
      }
    }
  }

  async #follow(answer: Answer, backoff: Backoff): Promise<void> {
    for await (const name of eventNames(answer.stream())) {
      backoff.reset();
      if (name === 'change') this.#tell();
    }
  }

  #tell(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}

async function versionIn(answer: Answer): Promise<string> {
  if (answer.type !== 'application/json') throw answer.unexpectedType(`${streamType} or application/json`);
  return new TextDecoder().decode(await answer.bytes(64 * 1024));
}
