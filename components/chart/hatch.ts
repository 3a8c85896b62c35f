import { withOpacity } from '../../src/theme/resolve-colors.js';
import type { StripeTheme } from './chart-theme.js';

/** Pattern pixels a device pixel: stripes are turned, and turning blurs what has just enough of them. */
const OVERSAMPLING = 2;

/**
 * Stripes in a colour over its own tint, as a canvas fill. Sharp at `pixelRatio` device pixels a CSS pixel; the colour
 * alone where the browser makes no pattern.
 */
export function hatch(color: string, surface: string, stripe: StripeTheme, pixelRatio: number): CanvasPattern | string {
  const size = Math.max(2, Math.round(stripe.pitch * pixelRatio * OVERSAMPLING));
  const tile = document.createElement('canvas');
  tile.width = size;
  tile.height = size;
  const context = tile.getContext('2d');
  if (!context || stripe.pitch <= 0) return color;
  // Opaque, so that grid lines do not shine through an unfinished bar only.
  for (const layer of [surface, withOpacity(color, stripe.tint)]) {
    context.fillStyle = layer;
    context.fillRect(0, 0, size, size);
  }
  context.fillStyle = color;
  context.fillRect(0, 0, (stripe.width / stripe.pitch) * size, size);
  const pattern = context.createPattern(tile, 'repeat');
  if (!pattern) return color;
  const scale = stripe.pitch / size;
  pattern.setTransform(new DOMMatrix().rotate(stripe.angle).scale(scale, scale));
  return pattern;
}
