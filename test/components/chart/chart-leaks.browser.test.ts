import { expect, nextFrame } from '@open-wc/testing';
import { ChartHost } from './chart-host.js';
import { chartModel, countAxis } from './model.js';

interface Observer {
  disconnect(): void;
}

/** Counts what is alive of all that could outlive a chart: observers, and listeners on what a chart does not own. */
function countLiving(): { readonly living: () => number; readonly stop: () => void } {
  const observers = new Set<Observer>();
  const restore: (() => void)[] = [];
  for (const kind of [ResizeObserver, IntersectionObserver, MutationObserver]) {
    const { prototype } = kind as unknown as { prototype: { observe(...given: unknown[]): void; disconnect(): void } };
    const { observe, disconnect } = prototype;
    prototype.observe = function (this: Observer, ...given) {
      observers.add(this);
      observe.apply(this, given);
    };
    prototype.disconnect = function (this: Observer) {
      observers.delete(this);
      disconnect.apply(this);
    };
    restore.push(() => Object.assign(prototype, { observe, disconnect }));
  }
  const listeners = new Map<EventTarget, Set<string>>();
  const names = new WeakMap<object, number>();
  let named = 0;
  const keyOf = (type: string, listener: unknown, options: unknown): string => {
    const key = Object(listener) as object;
    if (!names.has(key)) names.set(key, (named += 1));
    const isCapturing = typeof options === 'object' ? (options as AddEventListenerOptions | null)?.capture : options;
    return `${type} ${names.get(key)} ${isCapturing === true}`;
  };
  const { addEventListener, removeEventListener } = EventTarget.prototype;
  EventTarget.prototype.addEventListener = function (type, listener, options) {
    if (!(this instanceof Element)) {
      const known = listeners.get(this) ?? new Set();
      listeners.set(this, known.add(keyOf(type, listener, options)));
    }
    addEventListener.call(this, type, listener, options);
  };
  EventTarget.prototype.removeEventListener = function (type, listener, options) {
    listeners.get(this)?.delete(keyOf(type, listener, options));
    removeEventListener.call(this, type, listener, options);
  };
  restore.push(() => Object.assign(EventTarget.prototype, { addEventListener, removeEventListener }));
  const listening = (): number => [...listeners.values()].reduce((sum, known) => sum + known.size, 0);
  return { living: () => observers.size + listening(), stop: () => restore.forEach((put) => put()) };
}

function create(order: number): ChartHost {
  const host = new ChartHost();
  const values = [3, 5, 8, 4];
  host.model = order % 2 === 0 ? chartModel([{ values }], { kind: 'bar', axis: countAxis }) : chartModel([{ values }]);
  return host;
}

async function frames(count: number): Promise<void> {
  for (let frame = 0; frame < count; frame += 1) await nextFrame();
}

describe('500 charts created, shown and removed', () => {
  it('leave no observer, no listener and no node behind', async function () {
    this.timeout(40_000);
    const box = document.createElement('div');
    document.body.append(box);
    box.append(create(0), create(1));
    await frames(30);
    box.replaceChildren();
    await frames(4);

    const nodes = document.querySelectorAll('*').length;
    const counter = countLiving();
    let most = 0;
    for (let round = 0; round < 25; round += 1) {
      box.append(...Array.from({ length: 20 }, (_, order) => create(order)));
      await frames(6);
      most = Math.max(most, counter.living());
      if (round % 5 === 0) {
        const hosts = [...box.querySelectorAll<ChartHost>('chart-host')];
        hosts.forEach((host) => host.plot.dispatchEvent(new PointerEvent('pointermove', { clientX: 200 })));
      }
      box.replaceChildren();
    }
    await frames(4);
    const living = counter.living();
    counter.stop();
    expect(most).to.be.greaterThan(100);
    expect(living).to.equal(0);
    expect(document.querySelectorAll('*').length).to.equal(nodes);
    box.remove();
  });
});
