import type { TemplateResult } from 'lit';
import { officialRules } from '../../src/conversation/rules.js';
import type { Localization } from '../../src/localize/localize.js';
import { definitionOf, type Definition } from '../../src/metrics/definition.js';
import type { ReportResult } from '../../src/reports/report-result.js';
import type { ReportDefinition } from '../../src/reports/report-definition.js';
import type { CardRoom } from '../card/card.js';
import type { Definition as DefinitionText } from '../card/definition-dialog.js';
import type { TableOptions } from '../card/table-view.js';
import type { ChartModel } from '../chart/chart-model.js';
import { renderBreakdown } from '../figure/breakdown.js';
import { renderFigure, renderFigures } from '../figure/figure.js';
import { renderKeys, type SwatchColor } from '../figure/keys.js';
import type { Headline, Picture, Presentation, ReportFace } from './report-presentation.js';
import { staleSample } from './samples.js';

/** What stands over a report's picture. Styles: `figureStyles`. */
export function renderHeadline(headline: Headline): TemplateResult {
  return headline.kind === 'figure' ? renderFigure(headline.figure) : renderKeys(headline.keys);
}

/** What a report shows as its picture. Styles: `figureStyles`, `breakdownStyles` and those of the chart. */
export function renderPicture(picture: Picture, renderChart: (model: ChartModel) => TemplateResult): TemplateResult {
  switch (picture.kind) {
    case 'chart':
      return renderChart(picture.model);
    case 'figures':
      return renderFigures(picture.figures);
    case 'breakdown':
      return renderBreakdown(picture.breakdown);
  }
}

/** What holds the room of a report's note, headline and foot in every state. */
export function roomOf(face: ReportFace, localization: Localization, noStatus: boolean): CardRoom {
  const { headline, ...room } = face.room(localization);
  const figure = headline === undefined ? {} : { figure: renderHeadline(headline) };
  // A page that says the state of the data itself has no room to spare under each of its cards.
  return { ...room, ...figure, ...(noStatus ? {} : { notice: staleSample(localization) }) };
}

/** The table view, named after the card. */
export function namedTable(face: ReportFace, { note, table }: Presentation, localization: Localization): TableOptions {
  const { caption, region } = localization.messages.card.table;
  const title = face.title(localization);
  return { ...table, caption: caption(title, note), region: region(title) };
}

/** Least height of a report's picture: of charts as their row says; figures take what they need. */
export function sizeOf({ drawing }: ReportDefinition): 'regular' | 'large' | 'natural' {
  return drawing.kind === 'figures' ? 'natural' : drawing.size;
}

/** How a report over time is drawn: the tokens of its series are those of swatches. */
export function chartOf({ drawing }: ReportDefinition): {
  readonly size: 'regular' | 'large';
  readonly colors: Readonly<Record<string, SwatchColor>>;
} {
  if (drawing.kind === 'figures') throw new TypeError('A report of figures has no chart.');
  return { size: drawing.size, colors: drawing.colors as Readonly<Record<string, SwatchColor>> };
}

/** What the figures mean, which is known before there are any. */
export function definitionIn(result: ReportResult | undefined): Definition {
  return result?.definition ?? definitionOf(officialRules);
}

/** What the definition of a report says; `today` as epoch ms. */
export function definitionCard(
  face: ReportFace,
  localization: Localization,
  result: ReportResult | undefined,
  today: number,
): DefinitionText {
  const { messages, format } = localization;
  const { version, hash, rules } = definitionIn(result);
  return {
    title: face.title(localization),
    figures: face.figures(localization),
    version,
    hash,
    rules: messages.definitions.rules(rules),
    timeZone: format.timeZone,
    leftOut: result?.quality.rejected ?? { count: 0, examples: [] },
    asOf: result === undefined ? null : format.dateTime(result.asOf, today),
  };
}
