import { token, tokens, type TokenName } from './tokens.js';

/** The value of a token at an element: the private property where the element declares it, else the token itself. */
export function tokenValue(name: TokenName): string {
  return `var(--_${name}, ${token(name)})`;
}

/**
 * The colours that tokens have on an element right now, as `rgb()` or `rgba()` in sRGB, whatever they are written in:
 * `light-dark()`, `oklch()`, `color-mix()`, system colours. A token that is no colour gives the element's text colour.
 */
export function resolveColors(element: HTMLElement, names: readonly TokenName[]): ReadonlyMap<TokenName, string> {
  const probe = new TokenProbe(element);
  const colors = probe.colors(names);
  probe.remove();
  return colors;
}

/** The lengths that tokens have on an element right now, in CSS pixels. A token that is no length gives 0. */
export function resolveLengths(element: HTMLElement, names: readonly TokenName[]): ReadonlyMap<TokenName, number> {
  const probe = new TokenProbe(element);
  const lengths = probe.lengths(names);
  probe.remove();
  return lengths;
}

/**
 * Colours and lengths of tokens on an element, now and again: what they are read from stays in the element, since in a
 * container that styles ask about, each element that comes or goes makes the browser lay it out before it tells a style.
 */
export class TokenProbe {
  readonly #box: HTMLElement;
  readonly #cells = new Map<string, HTMLElement>();

  constructor(element: HTMLElement) {
    this.#box = element.ownerDocument.createElement('div');
    this.#box.setAttribute('aria-hidden', 'true');
    this.#box.style.setProperty('position', 'absolute');
    this.#box.style.setProperty('visibility', 'hidden');
    element.append(this.#box);
  }

  /** As {@link resolveColors} does. */
  colors(names: readonly TokenName[]): ReadonlyMap<TokenName, string> {
    // Mixing a colour with itself makes every browser hand it back as plain sRGB. Reading a pixel would do the same, but
    // browsers that guard against fingerprinting falsify pixels.
    return this.#read(names, 'color', (value) => `color-mix(in srgb, ${value}, ${value})`, toRgb);
  }

  /** As {@link resolveLengths} does. */
  lengths(names: readonly TokenName[]): ReadonlyMap<TokenName, number> {
    return this.#read(
      names,
      'text-indent',
      (value) => value,
      (text) => Number.parseFloat(text) || 0,
    );
  }

  /** Takes it out of the element. */
  remove(): void {
    this.#box.remove();
  }

  #read<Value>(
    names: readonly TokenName[],
    property: string,
    write: (value: string) => string,
    read: (text: string) => Value,
  ): ReadonlyMap<TokenName, Value> {
    const cells = names.map((name) => this.#cellOf(name, property, write));
    return new Map(
      cells.map((cell, index) => [names[index]!, read(getComputedStyle(cell).getPropertyValue(property))]),
    );
  }

  #cellOf(name: TokenName, property: string, write: (value: string) => string): HTMLElement {
    const key = `${property} ${name}`;
    const known = this.#cells.get(key);
    if (known !== undefined) return known;
    const cell = this.#box.ownerDocument.createElement('i');
    // Otherwise forced colours replace the very value that is asked for.
    cell.style.setProperty('forced-color-adjust', 'none');
    cell.style.setProperty(property, write(tokenValue(name)));
    this.#cells.set(key, cell);
    this.#box.append(cell);
    return cell;
  }
}

/** The text of a token on an element right now, for those that are neither colour nor length. */
export function resolveText(element: HTMLElement, name: TokenName): string {
  const style = getComputedStyle(element);
  return (
    (style.getPropertyValue(`--_${name}`) || style.getPropertyValue(`--dg-${name}`)).trim() || tokens[name].default
  );
}

/** A colour of {@link resolveColors} with its opacity multiplied; `opacity` 0–1. */
export function withOpacity(color: string, opacity: number): string {
  const [red = 0, green = 0, blue = 0, alpha = 1] = numbersIn(color);
  return `rgba(${red}, ${green}, ${blue}, ${round(alpha * opacity)})`;
}

function toRgb(text: string): string {
  if (!text.startsWith('color(srgb ')) return text;
  const [red = 0, green = 0, blue = 0, alpha = 1] = numbersIn(text.slice('color(srgb '.length));
  const channels = [red, green, blue].map((channel) => Math.round(Math.min(1, Math.max(0, channel)) * 255)).join(', ');
  return alpha < 1 ? `rgba(${channels}, ${round(alpha)})` : `rgb(${channels})`;
}

function numbersIn(text: string): readonly number[] {
  return (text.match(/none|-?[\d.]+(?:e-?\d+)?/g) ?? []).map((part) => (part === 'none' ? 0 : Number(part)));
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
