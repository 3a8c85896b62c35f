import type { ReportTable } from '../../src/export/table.js';
import type { FootLine } from '../card/card.js';
import type { ChartLibrary } from '../chart/chart-js.js';
import { loadChartLibrary } from '../chart/chart-library.js';
import type { ChartModel } from '../chart/chart-model.js';
import { drawChart } from '../chart/draw-chart.js';
import type { Breakdown } from '../figure/breakdown.js';
import type { FigureOptions } from '../figure/figure.js';
import type { Key, SwatchColor } from '../figure/keys.js';
import { figureBlock, figuresBlock, footBlock, keysBlock, stack, textBlock, type Block, type Span } from './blocks.js';
import { breakdownBlock } from './breakdown-block.js';
import { readImageTheme } from './image-theme.js';
import { Pen } from './pen.js';
import { tableBlock, tableWidth } from './table-block.js';

/** What a picture of a card shows. All texts are finished. */
export interface CardImage {
  readonly heading: string;
  readonly note: string;
  /** Stands over the picture: a figure, or a legend. */
  readonly headline?:
    | { readonly kind: 'figure'; readonly figure: FigureOptions }
    | { readonly kind: 'keys'; readonly keys: readonly Key[] };
  readonly picture:
    | { readonly kind: 'chart'; readonly model: ChartModel }
    | { readonly kind: 'figures'; readonly figures: readonly FigureOptions[] }
    | { readonly kind: 'breakdown'; readonly breakdown: Breakdown }
    | { readonly kind: 'table'; readonly table: ReportTable };
  /** What explains the picture, and what is to be known about its figures. */
  readonly foot: readonly FootLine[];
}

/** Device pixels a CSS pixel. */
const RATIO = 2;

/** Browsers draw nothing on canvases with a longer side. Device pixels. */
const LONGEST_SIDE = 16_000;

/** The picture is as wide as its card, within these limits. CSS pixels. */
const NARROWEST = 480;
const WIDEST = 1_200;

/** A card as a PNG, in the colours, the font and the direction it has on the page. Rejects where the browser hands out no pixels. */
export async function cardImage(card: HTMLElement, image: CardImage): Promise<Blob> {
  const library = image.picture.kind === 'chart' ? await loadChartLibrary() : null;
  const canvas = card.ownerDocument.createElement('canvas');
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('The browser gave no canvas to draw the picture on.');
  const theme = readImageTheme(card);
  const direction = getComputedStyle(card).direction === 'rtl' ? 'rtl' : 'ltr';
  const wanted = Math.min(WIDEST, Math.max(NARROWEST, card.clientWidth));
  const edge = theme.length('space-5');
  const measuring = new Pen(context, theme, direction, wanted, RATIO);
  const needed = image.picture.kind === 'table' ? tableWidth(measuring, image.picture.table) + 2 * edge : 0;
  const width = Math.ceil(Math.max(wanted, needed));

  const pen = new Pen(context, theme, direction, width, RATIO);
  const content = contentOf(pen, image, { start: edge, width: width - 2 * edge }, card, library);
  const padding = theme.length('space-4');
  const height = Math.ceil(content.height + 2 * padding);
  const ratio = Math.min(RATIO, LONGEST_SIDE / Math.max(width, height));
  canvas.width = Math.floor(width * ratio);
  canvas.height = Math.floor(height * ratio);
  context.scale(ratio, ratio); // After the size, which takes back every scale.
  pen.fill('surface', 0, 0, width, height);
  content.draw(padding);
  return new Promise((resolve, reject) => {
    const refuse = (): void =>
      reject(new Error(`The browser made no PNG of ${canvas.width} by ${canvas.height} pixels.`));
    canvas.toBlob((blob) => (blob === null ? refuse() : resolve(blob)), 'image/png');
  });
}

function contentOf(pen: Pen, image: CardImage, span: Span, card: HTMLElement, library: ChartLibrary | null): Block {
  const { theme } = pen;
  const heading = { size: theme.length('text-l'), color: 'text', strong: true } as const;
  const note = { size: theme.length('text-s'), color: 'text-muted' } as const;
  const titles = [textBlock(pen, image.heading, heading, span)];
  if (image.note !== '') titles.push(textBlock(pen, image.note, note, span));
  const foot = image.foot.length === 0 ? [] : [footBlock(pen, image.foot, span)];
  const headline = image.headline === undefined ? [] : [headlineOf(pen, image.headline, span)];
  const picture = pictureOf(pen, image, span, card, library);
  return stack([stack(titles, 3), ...headline, picture, ...foot], theme.length('space-3'));
}

function headlineOf(pen: Pen, headline: NonNullable<CardImage['headline']>, span: Span): Block {
  return headline.kind === 'keys' ? keysBlock(pen, headline.keys, span) : figureBlock(pen, headline.figure, span);
}

function pictureOf(
  pen: Pen,
  { picture, headline }: CardImage,
  span: Span,
  card: HTMLElement,
  library: ChartLibrary | null,
): Block {
  switch (picture.kind) {
    case 'figures':
      return figuresBlock(pen, picture.figures, span);
    case 'breakdown':
      return breakdownBlock(pen, picture.breakdown, span);
    case 'table':
      return tableBlock(pen, picture.table, span);
    case 'chart': {
      const chart = chartBlock(pen, picture.model, span, card, library!);
      const hasLegend = headline?.kind === 'keys' || picture.model.series.length < 2;
      const legend = hasLegend ? [] : [keysBlock(pen, keysOf(picture.model), span)];
      return stack([chart, ...legend], pen.theme.length('space-2'));
    }
  }
}

function chartBlock(
  pen: Pen,
  model: ChartModel,
  { start, width }: Span,
  card: HTMLElement,
  library: ChartLibrary,
): Block {
  const { context, theme, pixelRatio } = pen;
  const height = Math.round(theme.length(model.size === 'large' ? 'chart-height-l' : 'chart-height'));
  return {
    height,
    draw: (top) =>
      drawChart(library, context, { x: start, y: top, width: Math.floor(width), height, pixelRatio }, card, model),
  };
}

/** What the chart's colours mean, where there are several. */
function keysOf({ series }: ChartModel): readonly Key[] {
  return series.map(({ label, color, hatched }) => ({
    text: label,
    pattern: hatched ? 'hatched' : 'solid',
    color: color as SwatchColor,
  }));
}
