import { DefinitionError } from '../errors.js';
import { conversationFacts, feedbackFacts } from '../metrics/facts.js';
import { checkNames, measures, type AskedMeasure } from '../metrics/measures.js';
import { measuresOf } from '../metrics/figures.js';
import type { ReportDefinition, SeriesDefinition } from './report-definition.js';

type Fields = Readonly<Record<string, unknown>>;

const UNITS = { conversation: 'conversations', feedback: 'submissions' } as const;
const INSTANTS = { conversation: ['startedAt', 'settlesAt'], feedback: ['at'] } as const;
/** More colours than these are not told apart. */
const MOST_LINES = 6;
const FACTS = { conversation: conversationFacts, feedback: feedbackFacts } as const;

/**
 * A host's own report, checked field by field.
 * @param colors theme tokens a series can be drawn in
 * @throws {DefinitionError} naming the first field that makes no sense, its value, and what is allowed
 */
export function checkDefinition(value: unknown, colors: readonly string[]): ReportDefinition {
  const definition = fieldsOf('definition', value);
  textOf('report', definition['report']);
  const cut = oneOf('cut', definition['cut'], ['buckets', 'range', 'week-so-far']);
  const series = seriesIn('series', definition['series']);
  const details = seriesIn('details', definition['details'] ?? []);
  const split = definition['split'] === undefined ? [] : [splitIn(definition['split'])];
  if (series.length + split.length === 0) refuse('series', 'at least one, or a split', definition['series']);
  const all = [...series, ...details];
  all.forEach(({ key }, place) => {
    if (all.findIndex((other) => other.key === key) !== place) refuse('series', 'a key for each', key);
  });
  checkNames([...all.map(({ figure }) => figure), ...split].flatMap(measuresOf));
  const drawing = fieldsOf('drawing', definition['drawing']);
  const kind = oneOf('drawing.kind', drawing['kind'], ['line', 'bar', 'figures']);
  const checked = value as ReportDefinition;
  if (kind === 'figures') return checked;
  oneOf('drawing.size', drawing['size'], ['regular', 'large']);
  if (split.length === 0 || kind === 'line') oneOf(`cut of a ${kind} chart`, cut, ['buckets']);
  checkColors(checked, fieldsOf('drawing.colors', drawing['colors']), colors);
  return kind === 'line' ? lineOf(checked) : barsOf(checked);
}

/** Each line shows a rate, in a colour of its own. */
function lineOf(definition: ReportDefinition): ReportDefinition {
  const { series, split } = definition;
  if (split !== undefined) refuse('split of a line chart', 'none: draw bars', split.by);
  if (series.length > MOST_LINES) refuse('series of a line chart', `at most ${MOST_LINES}`, series.length);
  series.forEach(({ figure }, place) => oneOf(`series[${place}].figure.kind of a line chart`, figure.kind, ['rate']));
  const colors = Object.values((definition.drawing as { colors: Readonly<Record<string, string>> }).colors);
  const shared = colors.find((color, place) => colors.indexOf(color) !== place);
  if (shared !== undefined) refuse('drawing.colors of a line chart', 'another for each series', shared);
  return definition;
}

/** Bars show counts. */
function barsOf(definition: ReportDefinition): ReportDefinition {
  const { series, split } = definition;
  series.forEach(({ figure }, place) => {
    oneOf(`series[${place}].figure.kind of a bar chart`, figure.kind, ['count']);
    oneOf(`series[${place}].figure.unit of a bar chart`, figure.unit, [series[0]!.figure.unit]);
  });
  if (split !== undefined) oneOf('split.figure.kind of a bar chart', split.figure.kind, ['count']);
  return definition;
}

function checkColors({ series, split }: ReportDefinition, named: Fields, colors: readonly string[]): void {
  const keys = [...series.map(({ key }) => key), ...(split === undefined ? [] : [split.by])];
  for (const key of keys) oneOf(`drawing.colors.${key}`, named[key], colors);
  for (const key of Object.keys(named)) oneOf('drawing.colors', key, keys);
}

function seriesIn(path: string, value: unknown): readonly SeriesDefinition[] {
  const rows = listOf(path, value).map((row, place) => {
    const at = `${path}[${place}]`;
    const { key, figure, better } = fieldsOf(at, row);
    // A key with a colon is that of a part of the split.
    if (textOf(`${at}.key`, key).includes(':')) refuse(`${at}.key`, 'a name without a colon', key);
    checkFigure(`${at}.figure`, figure);
    if (better !== undefined) oneOf(`${at}.better`, better, ['more', 'less']);
    return row;
  });
  return rows as readonly SeriesDefinition[];
}

function splitIn(value: unknown): SeriesDefinition['figure'] {
  const { by, figure } = fieldsOf('split', value);
  oneOf('split.by', by, ['channel', 'teammate']);
  checkFigure('split.figure', figure);
  return figure as SeriesDefinition['figure'];
}

function checkFigure(path: string, value: unknown): void {
  const figure = fieldsOf(path, value);
  const measuresAt = (name: string, fields = figure, within = path): void => {
    const asked = listOf(`${within}.${name}`, fields[name]);
    if (asked.length === 0) refuse(`${within}.${name}`, 'at least one measure', asked);
    asked.forEach((measure, place) => checkMeasure(`${within}.${name}[${place}]`, measure));
  };
  const kind = oneOf(`${path}.kind`, figure['kind'], ['count', 'rate', 'duration']);
  if (figure['pending'] !== undefined) checkMeasure(`${path}.pending`, figure['pending']);
  if (kind === 'count') {
    measuresAt('counts');
    if (figure['of'] !== undefined) measuresAt('of');
    oneOf(`${path}.unit`, figure['unit'], Object.values(UNITS));
  } else if (kind === 'rate') {
    const bounds = ['low', 'high'].filter((name) => figure[name] !== undefined);
    for (const part of ['numerator', 'denominator']) {
      measuresAt(part);
      for (const bound of bounds) measuresAt(part, fieldsOf(`${path}.${bound}`, figure[bound]), `${path}.${bound}`);
    }
    oneOf(`${path}.unit`, figure['unit'], ['ratio']);
    const bounded = bounds.length === 2;
    if (bounded !== (figure['pending'] !== undefined) || bounds.length === 1)
      refuse(path, 'pending, low and high together or none of them', bounds);
  } else {
    checkMeasure(`${path}.of`, figure['of'], true);
    oneOf(`${path}.statistic`, figure['statistic'], ['mean', 'median']);
    oneOf(`${path}.unit`, figure['unit'], ['milliseconds']);
  }
}

/** A measure of the table, or a row of one's own. */
function checkMeasure(path: string, value: unknown, timed = false): asserts value is AskedMeasure {
  if (typeof value !== 'object' || value === null) {
    const names = Object.entries(measures).filter(([, measure]) => !timed || 'sum' in measure);
    oneOf(
      path,
      value,
      names.map(([name]) => name),
    );
    return;
  }
  const { name, measure } = fieldsOf(path, value);
  if (Object.hasOwn(measures, textOf(`${path}.name`, name)))
    refuse(`${path}.name`, 'a name that the table of measures does not have', name);
  const fields = fieldsOf(`${path}.measure`, measure);
  const of = oneOf(`${path}.measure.of`, fields['of'], ['conversation', 'feedback']);
  oneOf(`${path}.measure.at`, fields['at'], INSTANTS[of]);
  for (const part of ['all', 'none'])
    listOf(`${path}.measure.${part}`, fields[part]).forEach((fact, place) =>
      oneOf(`${path}.measure.${part}[${place}]`, fact, FACTS[of]),
    );
  if (timed || fields['sum'] !== undefined)
    oneOf(`${path}.measure.sum`, fields['sum'], of === 'feedback' ? [] : ['resolutionTimeMs', 'timeToCloseMs']);
}

function fieldsOf(path: string, value: unknown): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) refuse(path, 'an object', value);
  return value as Fields;
}

function listOf(path: string, value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) refuse(path, 'a list', value);
  return value as readonly unknown[];
}

function textOf(path: string, value: unknown): string {
  if (typeof value !== 'string' || value.trim() === '') refuse(path, 'a name', value);
  return value as string;
}

function oneOf<Choice extends string>(path: string, value: unknown, choices: readonly Choice[]): Choice {
  if (!choices.includes(value as Choice))
    refuse(path, choices.length === 0 ? 'none' : `one of ${choices.join(', ')}`, value);
  return value as Choice;
}

function refuse(path: string, expected: string, value: unknown): never {
  throw new DefinitionError(`${path}: expected ${expected}, got ${shortText(value)}.`);
}

/** A value can be anything, also what JSON cannot hold. */
function shortText(value: unknown): string {
  if (typeof value === 'function' || typeof value === 'symbol') return typeof value;
  try {
    return (JSON.stringify(value) ?? String(value)).slice(0, 80);
  } catch {
    return typeof value;
  }
}
