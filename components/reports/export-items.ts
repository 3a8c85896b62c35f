import { fileName } from '../../src/export/file-name.js';
import { checkOfficial, reportCsv } from '../../src/export/report-csv.js';
import type { Localization } from '../../src/localize/localize.js';
import { plainText } from '../../src/localize/rich-text.js';
import type { ReportResult } from '../../src/reports/report-result.js';
import type { ReportQuery } from '../../src/reports/run-report.js';
import type { MenuItem } from '../card/card-menu.js';
import type { CardNotice } from '../card/card-state.js';
import type { FootLine } from '../card/card.js';
import { cardImage } from '../export/card-image.js';
import { handOut, type HandingCard } from '../export/hand-out.js';
import type { ExportRequest } from '../export/request-export.js';
import type { Presentation, ReportFace } from './report-presentation.js';

/** A result with its words. */
export interface ExportedView {
  readonly result: ReportResult;
  /** What it was asked for. */
  readonly query: ReportQuery;
  readonly presentation: Presentation;
}

/** What else goes into a file, and how the card hands it out. */
export interface ExportCard extends HandingCard {
  readonly face: ReportFace;
  /** Whether the card shows its table. */
  readonly asTable: boolean;
  /** The lines of the foot that belong to what is shown. */
  readonly foot: () => readonly FootLine[];
  /** What to know about the figures. */
  readonly notices: () => readonly CardNotice[];
}

type Kind = ExportRequest['kind'];

/** The entries of a report's menu that make a file of it; off, with the reason, where there is nothing to hand out. */
export function exportItems(
  view: ExportedView | null,
  localization: Localization,
  card: ExportCard,
): readonly MenuItem[] {
  const { downloadCsv, downloadPng } = localization.messages.card.menu;
  const reason = offBecause(view, localization);
  const off = reason === null ? {} : { offBecause: reason };
  const make = (kind: Kind) => (): void => handOutView(kind, view!, localization, card);
  return [
    { label: downloadCsv, separated: true, ...off, select: make('csv') },
    { label: downloadPng, ...off, select: make('png') },
  ];
}

function offBecause(view: ExportedView | null, { messages }: Localization): string | null {
  if (view === null || view.presentation.empty !== null) return messages.card.menu.noFigures;
  return view.result.definition.official ? null : messages.export.notOfficial;
}

function handOutView(kind: Kind, view: ExportedView, localization: Localization, card: ExportCard): void {
  const name = fileName(card.face.title(localization), view.result, view.query.timeZone, kind);
  const make = (): Blob | Promise<Blob> => {
    checkOfficial(view.result);
    return (kind === 'csv' ? csvFile : pngFile)(view, localization, card);
  };
  void handOut({ kind, name, make }, card, localization);
}

function csvFile({ result, query, presentation }: ExportedView, localization: Localization, card: ExportCard): Blob {
  const { note, table } = presentation;
  const csv = reportCsv(
    result,
    {
      title: card.face.title(localization),
      note,
      query,
      figures: card.face.figures(localization),
      notices: card.notices().map(({ text }) => plainText(text)),
      table,
    },
    localization,
  );
  return new Blob([csv], { type: 'text/csv;charset=utf-8' });
}

function pngFile(
  { result, query, presentation }: ExportedView,
  localization: Localization,
  card: ExportCard,
): Promise<Blob> {
  const { headline, picture, table, note } = presentation;
  // A picture outlives the year it was made in: the reference is none that any date shares its year with.
  const asOf = localization.messages.card.asOfIn(result.asOf, 0, query.timeZone);
  return cardImage(card.element.shadowRoot!.querySelector<HTMLElement>('.card')!, {
    heading: card.face.title(localization),
    note,
    ...(headline === undefined ? {} : { headline }),
    picture: card.asTable ? { kind: 'table', table } : picture,
    foot: [...card.foot(), ...card.notices().map(({ text }) => ({ text })), { text: asOf }],
  });
}
