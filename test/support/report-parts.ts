import * as kit from '../../components/index.js';
import type { ReportElement } from '../../components/reports/report-element.js';
import type { ReportFace } from '../../components/reports/report-presentation.js';
import { textLocale } from '../../src/localize/localize.js';
import type { ReportDefinition } from '../../src/reports/report-definition.js';
import { reports, type ReportName } from '../../src/reports/reports.js';

/** Every report of the kit, in the source's order. */
export const reportNames = Object.keys(reports) as readonly ReportName[];

/** The languages that have texts, of those the kit promises. */
export const languages: readonly string[] = ['en', 'de', 'ar'].filter((tag) => textLocale(tag) === tag);

/** What a report's element adds to its row, which it keeps to itself. */
export interface ReportParts {
  readonly row: ReportDefinition;
  readonly face: ReportFace;
}

/** The class of a tag, as a host imports it: `handle-rate-chart` is `HandleRateChart`. */
export function classOf(tag: string): CustomElementConstructor | undefined {
  const name = tag.replaceAll(/(?:^|-)(.)/g, (_, letter: string) => letter.toUpperCase());
  return (kit as unknown as Readonly<Record<string, CustomElementConstructor>>)[name];
}

/** What the element of a report is made of. */
export function partsOf(report: ReportName): ReportParts {
  const element = new (classOf(report)!)() as ReportElement;
  return element as unknown as ReportParts;
}
