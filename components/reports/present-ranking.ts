import type { ReportTable } from '../../src/export/table.js';
import type { Localization } from '../../src/localize/localize.js';
import type { Messages, RankingWords } from '../../src/localize/messages.js';
import { divide } from '../../src/metrics/figures.js';
import type { ReportDefinition } from '../../src/reports/report-definition.js';
import type { ReportResult } from '../../src/reports/report-result.js';
import { reports } from '../../src/reports/reports.js';
import type { DefinedFigure } from '../card/definition-dialog.js';
import type { Bar } from '../figure/breakdown.js';
import type { SwatchColor } from '../figure/keys.js';
import { chartOf } from './card-parts.js';
import type { Headline, Presentation, ReportFace } from './report-presentation.js';
import { rankingRoom, rankingSample } from './samples.js';
import { cellOf } from './table-cells.js';

/** Bars that are shown by themselves; all others are one more, and the table has them all. */
const MOST_BARS = 6;

/** Reports that tell parts of a whole apart. */
export type RankingName = 'conversations-by-channel-chart' | 'team-resolutions-chart';

/** One part of the whole. */
interface Part {
  readonly key: string;
  readonly label: string;
  readonly count: number;
  readonly color: SwatchColor;
  readonly isOwn: boolean;
}

/** What a ranking is made of, in a language. */
export interface RankingLook {
  readonly row: ReportDefinition;
  readonly words: (localization: Localization) => RankingWords;
  readonly figures: (localization: Localization) => readonly DefinedFigure[];
  readonly barsStand: 'under' | 'beside';
}

/** The words of a report of the kit whose series come from the data. */
export function rankingFace(
  name: RankingName,
  barsStand: 'under' | 'beside',
  figures: (messages: Messages) => readonly DefinedFigure[],
): ReportFace {
  return partsFace({
    row: reports[name],
    words: ({ messages }) => messages.breakdowns[name],
    figures: ({ messages }) => figures(messages),
    barsStand,
  });
}

/** The words of a report whose series come from the data: bars, those with most first. */
export function partsFace(look: RankingLook): ReportFace {
  const { words, figures, barsStand } = look;
  return {
    title: (localization) => words(localization).title,
    note: (localization) => words(localization).note,
    skeleton: (localization) => rankingSample(localization, barsStand),
    room: (localization) => rankingRoom(localization, words(localization)),
    figures,
    present: (result, localization) => present(result, localization, look),
  };
}

function present(result: ReportResult, localization: Localization, look: RankingLook): Presentation {
  const words = look.words(localization);
  const { colors } = chartOf(look.row);
  const parts = result.totals.map(({ key, label = '', figures: [figure] }): Part => {
    const isOwn = !key.includes(':');
    const color = colors[isOwn ? key : look.row.split!.by]!;
    return { key, label: words.part(label, key), count: figure!.value ?? 0, color, isOwn };
  });
  const whole = parts.reduce((sum, { count }) => sum + count, 0);
  const pending = Math.max(0, ...result.totals.map(({ figures: [figure] }) => figure!.pending ?? 0));
  return {
    note: words.note,
    headline: headlineOf(parts, whole, localization, words),
    picture: {
      kind: 'breakdown',
      breakdown: { bars: barsOf(parts, whole, localization, words), barsStand: look.barsStand },
    },
    foot: words.foot === null ? [] : [{ text: words.foot }],
    table: tableOf(parts, whole, localization, words),
    empty: whole === 0 && pending === 0 ? { kind: 'empty', ...words.empty } : null,
  };
}

function headlineOf(parts: readonly Part[], whole: number, { format }: Localization, words: RankingWords): Headline {
  const own = parts.find(({ isOwn }) => isOwn);
  const value = own === undefined ? format.countParts(whole) : format.ratioParts(divide(own.count, whole));
  return { kind: 'figure', figure: { value, of: words.of({ parts: parts.length, own: own?.count ?? 0, whole }) } };
}

function barsOf(parts: readonly Part[], whole: number, { format }: Localization, words: RankingWords): readonly Bar[] {
  const fits = parts.length <= MOST_BARS;
  const shown = fits ? parts : parts.slice(0, MOST_BARS - 1);
  const folded = fits ? [] : parts.slice(MOST_BARS - 1);
  const others: Part = {
    key: 'others',
    label: words.others(folded.length),
    count: folded.reduce((sum, { count }) => sum + count, 0),
    color: 'series-rest',
    isOwn: false,
  };
  const all = folded.length === 0 ? shown : [...shown, others];
  const longest = Math.max(...all.map(({ count }) => count));
  return all.map(({ key, label, count, color }) => ({
    key,
    label,
    color,
    length: divide(count, longest) ?? 0,
    value: format.count(count),
    note: format.ratio(divide(count, whole)),
  }));
}

/** All of them, however many the bars show. */
function tableOf(parts: readonly Part[], whole: number, { format }: Localization, words: RankingWords): ReportTable {
  return {
    columns: [
      { label: words.table.part },
      { label: words.table.count, numeric: true },
      { label: words.table.share, numeric: true },
    ],
    rows: parts.map(({ key, label, count }) => ({
      key,
      cells: [label, cellOf('conversations', count, format), cellOf('ratio', divide(count, whole), format)],
    })),
  };
}
