import { DefinitionError } from '../../src/errors.js';
import type { Localization } from '../../src/localize/localize.js';
import { checkDefinition } from '../../src/reports/check-definition.js';
import type { ReportDefinition } from '../../src/reports/report-definition.js';
import { tokens } from '../../src/theme/tokens.js';
import { ownCountWords, ownFigures, ownPartsWords, ownRateWords, type OwnWords } from './own-words.js';
import { countFace } from './present-count-chart.js';
import { ownFiguresFace } from './present-own-figures.js';
import { partsFace } from './present-ranking.js';
import { rateFace } from './present-rate-chart.js';
import { rateLinesFace } from './present-rate-lines.js';
import type { ReportFace } from './report-presentation.js';

/** What a host's own report comes to: its row, its words, and what is wrong with it. */
export interface OwnReport {
  readonly row: ReportDefinition;
  readonly face: ReportFace;
  /** null: nothing; `missing`: the host has set none yet. */
  readonly problem: DefinitionError | 'missing' | null;
}

const COLORS = Object.keys(tokens).filter((name) => /^(series|feedback)-/.test(name));

/** Makes a report of what a host has set, whatever that is; nothing is thrown. */
export function ownReport(definition: unknown, given: OwnWords): OwnReport {
  if (definition === null || definition === undefined) return { ...blank(given), problem: 'missing' };
  try {
    const row = checkDefinition(definition, COLORS);
    return { row, face: faceOf(row, given), problem: null };
  } catch (error) {
    // A getter or a proxy of the host's can throw anything.
    const problem =
      error instanceof DefinitionError ? error : new DefinitionError(`definition: ${String(error)}`, { cause: error });
    return { ...blank(given), problem };
  }
}

/** The face follows from how the report is drawn. */
function faceOf(row: ReportDefinition, given: OwnWords): ReportFace {
  const look = {
    row,
    figures: (localization: Localization) => ownFigures(row, given, localization),
  };
  if (row.drawing.kind === 'figures') return ownFiguresFace(row, given);
  if (row.drawing.kind === 'line') {
    const words = (localization: Localization, key = row.series[0]!.key) => ownRateWords(row, given, localization, key);
    return row.series.length > 1 ? rateLinesFace({ ...look, words }) : rateFace({ ...look, words });
  }
  if (row.split === undefined)
    return countFace({ ...look, words: (localization) => ownCountWords(row, given, localization) });
  return partsFace({ ...look, words: (localization) => ownPartsWords(row, given, localization), barsStand: 'under' });
}

/** Stands where there is no report: it has a heading, and counts nothing. */
function blank(given: OwnWords): Omit<OwnReport, 'problem'> {
  const row: ReportDefinition = { report: '', cut: 'range', series: [], drawing: { kind: 'figures' } };
  const face = ownFiguresFace(row, given);
  return { row, face: { ...face, title: ({ messages }) => given.heading ?? messages.ownReport.title } };
}
