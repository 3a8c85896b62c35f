import type { Direction } from '../../src/localize/localize.js';
import type { RichText } from '../../src/localize/rich-text.js';
import type { TokenName } from '../../src/theme/tokens.js';
import { hatch } from '../chart/hatch.js';
import type { Swatch } from '../figure/keys.js';
import { breakLines, type Line, type Run } from './break-lines.js';
import type { ImageTheme } from './image-theme.js';

/** How a text is set. */
export interface TextStyle {
  /** CSS pixels. */
  readonly size: number;
  readonly color: TokenName;
  readonly strong?: boolean;
}

/** Line height of text, as on the card. */
export const LINE = 1.4;

const SWATCH = 10;
const DASH_WIDTH = 16;

/**
 * Writes and draws on a canvas in CSS pixels. Places count from the edge where lines start, which is the right one for
 * languages written from there; whole lines are handed to the canvas, which orders their words.
 */
export class Pen {
  constructor(
    readonly context: CanvasRenderingContext2D,
    readonly theme: ImageTheme,
    readonly direction: Direction,
    /** Width of the whole picture. */
    readonly width: number,
    readonly pixelRatio: number,
  ) {}

  measure(text: string, style: TextStyle): number {
    this.context.font = this.#font(style);
    return this.context.measureText(text).width;
  }

  /** How wide a line of several weights is. */
  widthOf(line: Line, style: TextStyle): number {
    return line.reduce((sum, run) => sum + this.measure(run.text, styleOf(run, style)), 0);
  }

  /** The lines of a text in a width. */
  wrap(text: RichText | string, style: TextStyle, width: number): readonly Line[] {
    return breakLines(text, width, (line) => this.widthOf(line, style));
  }

  /** Writes a line of several weights, which starts at a place; `middle` is half its height. */
  writeLine(line: Line, place: number, middle: number, style: TextStyle): void {
    let at = place;
    for (const run of line) {
      const own = styleOf(run, style);
      this.write(run.text, at, middle, own);
      at += this.measure(run.text, own);
    }
  }

  /** Writes one line that starts, or with `end` ends, at a place; `middle` is half its height. */
  write(text: string, place: number, middle: number, style: TextStyle, at: 'start' | 'end' = 'start'): void {
    const { context } = this;
    context.font = this.#font(style);
    context.direction = this.direction;
    context.textAlign = at;
    context.textBaseline = 'alphabetic';
    context.fillStyle = this.theme.color(style.color);
    // A middle of the browser's own would differ from text to text.
    context.fillText(text, this.#x(place), middle + style.size * 0.35);
  }

  /** A rectangle that starts at a place. */
  fill(color: TokenName, start: number, top: number, width: number, height: number): void {
    this.context.fillStyle = this.theme.color(color);
    this.context.fillRect(this.direction === 'rtl' ? this.#x(start) - width : start, top, width, height);
  }

  /** A bar in the look of a swatch, solid or hatched. */
  bar({ pattern, color: name }: Swatch, start: number, top: number, width: number, height: number): void {
    const { context, theme } = this;
    const color = theme.color(name);
    context.fillStyle =
      pattern === 'hatched' ? hatch(color, theme.color('surface'), theme.stripe, this.pixelRatio) : color;
    context.fillRect(this.direction === 'rtl' ? this.#x(start) - width : start, top, width, height);
  }

  /** A swatch that starts at a place, in the look it has on the card. Gives back its width. */
  swatch({ pattern, color: name }: Swatch, start: number, middle: number): number {
    const { context, theme } = this;
    const color = theme.color(name);
    const width = pattern === 'dashed' ? DASH_WIDTH : SWATCH;
    const left = this.direction === 'rtl' ? this.#x(start) - width : start;
    const inner = [left + 1, middle - SWATCH / 2 + 1, SWATCH - 2, SWATCH - 2] as const;
    context.save();
    context.beginPath();
    context.strokeStyle = color;
    context.lineWidth = pattern === 'hatched' ? 1 : 2;
    if (pattern === 'dashed') {
      context.setLineDash([6, 4]);
      context.moveTo(left, middle);
      context.lineTo(left + width, middle);
      context.stroke();
    } else if (pattern === 'ring') {
      context.arc(left + width / 2, middle, SWATCH / 2 - 1, 0, 2 * Math.PI);
      context.stroke();
    } else {
      context.fillStyle =
        pattern === 'hatched' ? hatch(color, theme.color('surface'), theme.stripe, this.pixelRatio) : color;
      context.roundRect(...inner, 1);
      context.fill();
      context.stroke();
    }
    context.restore();
    return width;
  }

  #x(place: number): number {
    return this.direction === 'rtl' ? this.width - place : place;
  }

  #font({ size, strong }: TextStyle): string {
    const { weight, strongWeight, fontFamily } = this.theme;
    return `${strong ? strongWeight : weight} ${size}px ${fontFamily}`;
  }
}

function styleOf({ strong }: Run, style: TextStyle): TextStyle {
  return strong ? { ...style, strong } : style;
}
