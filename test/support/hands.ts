import { sendKeys, sendMouse } from '@web/test-runner-commands';

/** A way to use a page. */
export interface Hand {
  readonly name: string;
  /** Presses a button, or ticks a box. */
  press(target: HTMLElement): Promise<void>;
  /** Writes into a field. */
  write(field: HTMLElement, text: string): Promise<void>;
}

/** Clicks where a thing is seen. */
export const mouse: Hand = {
  name: 'mouse',
  async press(target) {
    target.scrollIntoView({ block: 'center', inline: 'center' });
    const { left, top, width, height } = target.getBoundingClientRect();
    await sendMouse({ type: 'click', position: [Math.round(left + width / 2), Math.round(top + height / 2)] });
  },
  async write(field, text) {
    await mouse.press(field);
    await sendKeys({ type: text });
  },
};

/** Goes from thing to thing by Tab. */
export const keyboard: Hand = {
  name: 'keyboard',
  async press(target) {
    await tabTo(target);
    await sendKeys({ press: target.matches('input') ? 'Space' : 'Enter' });
  },
  async write(field, text) {
    await tabTo(field);
    await sendKeys({ type: text });
  },
};

/** Things that the focus may pass on its way. */
const MOST_STOPS = 150;

async function tabTo(target: HTMLElement): Promise<void> {
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    const focused = focusedThing();
    if (focused === target) return;
    const isBehind = focused !== document.body && isBefore(target, focused);
    if (isBehind) await sendKeys({ down: 'Shift' });
    await sendKeys({ press: 'Tab' });
    if (isBehind) await sendKeys({ up: 'Shift' });
  }
  throw new Error(`The focus never came to ${target.outerHTML.slice(0, 200)}`);
}

/** What has the focus, however deep inside of elements. */
export function focusedThing(): Element {
  let focused: Element = document.activeElement ?? document.body;
  while (focused.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  return focused;
}

/** Whether one thing stands before another, across the edges of elements. */
function isBefore(one: Node, other: Node): boolean {
  const [path, otherPath] = [pathTo(one), pathTo(other)];
  const fork = path.findIndex((node, depth) => node !== otherPath[depth]);
  const [here, there] = [path[fork], otherPath[fork]];
  if (here === undefined || there === undefined) return path.length < otherPath.length;
  return (here.compareDocumentPosition(there) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

function pathTo(node: Node): readonly Node[] {
  const path: Node[] = [];
  for (let at: Node | null = node; at !== null; at = at instanceof ShadowRoot ? at.host : at.parentNode)
    path.unshift(at);
  return path;
}
