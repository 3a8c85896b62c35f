import type { ReportTable } from '../../src/export/table.js';
import type { Localization } from '../../src/localize/localize.js';
import type { ReportResult } from '../../src/reports/report-result.js';
import type { Grain } from '../../src/time/civil.js';
import type { CardRoom, FootLine } from '../card/card.js';
import type { CardEmpty } from '../card/card-state.js';
import type { DefinedFigure } from '../card/definition-dialog.js';
import type { Skeleton } from '../card/skeleton.js';
import type { ChartModel } from '../chart/chart-model.js';
import type { Breakdown } from '../figure/breakdown.js';
import type { FigureOptions } from '../figure/figure.js';
import type { Key } from '../figure/keys.js';

/** What a card shows as its picture. */
export type Picture =
  | { readonly kind: 'chart'; readonly model: ChartModel }
  | { readonly kind: 'figures'; readonly figures: readonly FigureOptions[] }
  | { readonly kind: 'breakdown'; readonly breakdown: Breakdown };

/** What stands over the picture: one figure, or a legend with the sums. */
export type Headline =
  | { readonly kind: 'figure'; readonly figure: FigureOptions }
  | { readonly kind: 'keys'; readonly keys: readonly Key[] };

/** A result in words: everything a card needs, nothing left to decide. */
export interface Presentation {
  /** What is counted. */
  readonly note: string;
  /** Absent: the picture says it all. */
  readonly headline?: Headline;
  readonly picture: Picture;
  readonly foot: readonly FootLine[];
  /** The same figures as the picture. */
  readonly table: ReportTable;
  /** Set where there is nothing to show, which is an answer. */
  readonly empty: CardEmpty | null;
}

/** When a result is put into words. */
export interface Moment {
  /** Length of the result's buckets. */
  readonly grain: Grain;
  /** The reader's own time, epoch ms: its year needs no mention. The data may end long before it. */
  readonly today: number;
}

/** What holds the room of note, headline and foot in every state. */
export interface ReportRoom extends Omit<CardRoom, 'figure'> {
  readonly headline?: Headline;
}

/** What a report's element adds to its row: the words, and how a result is put into them. */
export interface ReportFace {
  readonly title: (localization: Localization) => string;
  /** What is counted, before there is a result. */
  readonly note: (localization: Localization) => string;
  /** What stands still while the first data comes, and holds the picture's room in every state. */
  readonly skeleton: (localization: Localization) => Skeleton;
  readonly room: (localization: Localization) => ReportRoom;
  readonly figures: (localization: Localization) => readonly DefinedFigure[];
  readonly present: (result: ReportResult, localization: Localization, moment: Moment) => Presentation;
}
