import type { Localization } from '../../src/localize/localize.js';
import type { ReportResult } from '../../src/reports/report-result.js';
import type { Grain } from '../../src/time/civil.js';
import type { CardRoom, FootLine } from '../card/card.js';
import type { CardEmpty } from '../card/card-state.js';
import type { DefinedFigure } from '../card/definition-dialog.js';
import type { Skeleton } from '../card/skeleton.js';
import type { TableOptions } from '../card/table-view.js';
import type { ChartModel } from '../chart/chart-model.js';
import type { FigureOptions } from '../figure/figure.js';

/** A result in words: everything a card needs, nothing left to decide. */
export interface Presentation {
  /** What is counted. */
  readonly note: string;
  /** A chart, or figures side by side. */
  readonly picture:
    | { readonly kind: 'chart'; readonly model: ChartModel }
    | { readonly kind: 'figures'; readonly figures: readonly FigureOptions[] };
  readonly foot: readonly FootLine[];
  /** The same figures as the picture. */
  readonly table: TableOptions;
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

/** What a report's element adds to its row: the words, and how a result is put into them. */
export interface ReportFace {
  readonly title: (localization: Localization) => string;
  /** What is counted, before there is a result. */
  readonly note: (localization: Localization) => string;
  /** What stands still while the first data comes, and holds the picture's room in every state. */
  readonly skeleton: (localization: Localization) => Skeleton;
  /** What holds the room of note and foot in every state. */
  readonly room: (localization: Localization) => CardRoom;
  readonly figures: (localization: Localization) => readonly DefinedFigure[];
  readonly present: (result: ReportResult, localization: Localization, moment: Moment) => Presentation;
}
