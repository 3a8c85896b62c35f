import type { ChartModel } from './chart-model.js';
import type { ChartSurroundings } from './chart-surroundings.js';
import { endLabelRoom, endLabelsOf, type EndLabel, type EndLabelPlaces } from './end-labels.js';
import { valueAxis, type ValueAxis } from './value-axis.js';

/** All decisions about a chart's picture, made before anything is drawn. Lengths in CSS pixels. */
export interface Picture {
  readonly model: ChartModel;
  readonly surroundings: ChartSurroundings;
  readonly axis: ValueAxis;
  readonly endLabels: readonly EndLabel[];
  readonly endLabelPlaces: EndLabelPlaces;
  /** Kept free beside the plot, where time ends. */
  readonly endRoom: number;
  /** Kept free at the other side beyond the value axis, for a first label wider than its column and the axis. */
  readonly startRoom: number;
  /** Estimated width of a point's column. */
  readonly columnWidth: number;
  /** Every how many points, counted back from the last, has its label under the axis. */
  readonly labelEvery: number;
}

/** Gap between the labels of the value axis and the plot. */
export const AXIS_GAP = 10;

/** Least gap between two labels under the axis. */
const LABEL_GAP = 12;

/** Chart.js keeps it around a label under the axis. */
export const LABEL_PADDING = 6;

/** Room under the axis for its labels. */
const LABEL_ROOM = 24;

/** Room at the end of the plot where nothing stands. */
const EDGE = 4;

/** Decides what the picture of a model looks like in its surroundings. */
export function createPicture(model: ChartModel, surroundings: ChartSurroundings): Picture {
  const { theme, width, height, measure } = surroundings;
  const axis = valueAxis(model, height - LABEL_ROOM);
  const endLabels = endLabelsOf(model);
  const font = `${theme.labelSize}px ${theme.fontFamily}`;
  const widest = (texts: readonly string[]): number => Math.max(0, ...texts.map((text) => measure(text, font)));
  const axisWidth = widest(axis.ticks.map((tick) => model.axis.format(tick))) + AXIS_GAP;
  const count = Math.max(1, model.points.length);
  const free = Math.max(1, width - axisWidth);
  // Half a column lies beyond the last point already: a label takes that first.
  const beyond = (label: number): number => (label - free / (2 * count)) / (1 - 1 / (2 * count));
  const { places, room } = endLabelRoom(endLabels, surroundings, beyond);
  // Chart.js keeps room for labels that reach beyond the plot, but on the wrong sides where time runs from the right.
  const overhang = (index: number): number =>
    beyond(measure(model.points.at(index)?.label ?? '', font) / 2 + LABEL_PADDING);
  const endRoom = Math.max(EDGE, Math.ceil(room), Math.ceil(overhang(-1)));
  const columnWidth = Math.max(1, free - endRoom) / count;
  const labelWidth = widest(model.points.map((point) => point.label)) + LABEL_GAP;
  const labelEvery = Math.max(1, Math.ceil(labelWidth / columnWidth));
  const isFirstShown = (count - 1) % labelEvery === 0;
  const startRoom = isFirstShown ? Math.max(0, Math.ceil(overhang(0) - axisWidth)) : 0;
  return { model, surroundings, axis, endLabels, endLabelPlaces: places, endRoom, startRoom, columnWidth, labelEvery };
}
