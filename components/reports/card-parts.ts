import type { TemplateResult } from 'lit';
import type { Localization } from '../../src/localize/localize.js';
import type { ReportDefinition } from '../../src/reports/report-definition.js';
import type { CardRoom } from '../card/card.js';
import { renderFigure } from '../figure/figure.js';
import { renderKeys } from '../figure/keys.js';
import type { Headline, ReportFace } from './report-presentation.js';
import { staleSample } from './samples.js';

/** What stands over a report's picture. Styles: `figureStyles`. */
export function renderHeadline(headline: Headline): TemplateResult {
  return headline.kind === 'figure' ? renderFigure(headline.figure) : renderKeys(headline.keys);
}

/** What holds the room of a report's note, headline and foot in every state. */
export function roomOf(face: ReportFace, localization: Localization): CardRoom {
  const { headline, ...room } = face.room(localization);
  const figure = headline === undefined ? {} : { figure: renderHeadline(headline) };
  return { ...room, ...figure, notice: staleSample(localization) };
}

/** Least height of a report's picture: of charts as their row says; figures take what they need. */
export function sizeOf({ drawing }: ReportDefinition): 'regular' | 'large' | 'natural' {
  return drawing.kind === 'figures' ? 'natural' : drawing.size;
}
