import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { RichText, TextRun } from '../../src/localize/rich-text.js';

/** A sentence with its strong and code runs set as such. */
export function renderText(text: RichText | string): string | readonly (string | TemplateResult)[] {
  return typeof text === 'string' ? text : text.map(renderRun);
}

function renderRun(run: TextRun): string | TemplateResult {
  if (typeof run === 'string') return run;
  return 'strong' in run ? html`<strong>${run.strong}</strong>` : html`<code dir="ltr">${run.code}</code>`;
}
