import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Long enough that a quick source takes over without a flash, too short for figures to pass for another source's. */
const GRACE_MS = 400;

/** How long what one source gave may stand while another one is asked. */
export class Grace implements ReactiveController {
  #source: object | null = null;
  #isOver = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  /** True until the grace for this source is over; it starts with the first call for it, and its end updates the host. */
  holds(source: object): boolean {
    if (source !== this.#source) {
      clearTimeout(this.#timer);
      this.#source = source;
      this.#isOver = false;
      this.#timer = setTimeout(() => {
        this.#isOver = true;
        this.host.requestUpdate();
      }, GRACE_MS);
    }
    return !this.#isOver;
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.#source = null;
  }
}
