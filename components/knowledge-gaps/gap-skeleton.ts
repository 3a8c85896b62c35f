import { html, nothing, type TemplateResult } from 'lit';
import { gapStatuses } from '../../src/gaps/gap-records.js';
import type { Localization } from '../../src/localize/localize.js';
import { renderBone } from '../figure/figure.js';

/** Rows of a first page. */
const ROWS = Array.from({ length: 10 });
const MANY = 8_888;
/** A Wednesday in September, among the longest dates, eleven weeks before the day it is looked at. */
const ASKED_AT = Date.UTC(2026, 8, 30, 20, 20);
const LOOKED_AT = Date.UTC(2026, 11, 16, 20, 20);

/** The place of a checkbox. */
const tick = html`<div class="select"><span class="tick"></span></div>`;

/**
 * The first page of topics as still blocks, in the lines and columns it will have. Styles: `gapStyles`.
 * @param hasCost what the topics cost may be known
 */
export function renderGapSkeleton({ messages, format }: Localization, hasCost: boolean): TemplateResult {
  const { gaps, gapCost } = messages;
  const row = (title: string): TemplateResult =>
    html`<li>
      ${tick}
      <div class="topic"><span class="title-room">${renderBone(title)}</span></div>
      <div class="numeric">${renderBone(format.count(MANY))}</div>
      ${
        hasCost
          ? html`<div class="numeric cost">
              ${renderBone(format.count(MANY))}<span class="sub">${renderBone(gapCost.of(MANY))}</span>
            </div>`
          : nothing
      }
      <div class="when">
        ${renderBone(format.relative(ASKED_AT, LOOKED_AT))}<span class="sub"
          >${renderBone(format.dateTimeShort(ASKED_AT))}</span
        >
      </div>
    </li>`;
  return html`<div class="gaps still">
    <div class="toolbar">
      <div class="segments">${gapStatuses.map((status) => html`<span>${renderBone(gaps.status(status))}</span>`)}</div>
      <span class="search"></span>
    </div>
    <ul class="topics">
      <li class="headings">
        ${tick}
        <div class="topic"><span class="heading-line">${renderBone(gaps.topic)}</span></div>
        <div class="numeric"><span class="heading-line">${renderBone(gaps.conversations)}</span></div>
        ${hasCost ? html`<div class="numeric cost"><span class="heading-line">${renderBone(gapCost.column)}</span></div>` : nothing}
        <div class="when"><span class="heading-line">${renderBone(gaps.lastShort)}</span></div>
      </li>
      ${
        // As long as topics are, in the language at hand: every third is a long one.
        ROWS.map((_, index) => row(index % 3 === 1 ? gaps.note : gaps.title))
      }
    </ul>
    <div class="more">
      <span>${renderBone(gaps.shown(MANY, MANY))}</span>
      <span class="button">${renderBone(gaps.showMore)}</span>
    </div>
  </div>`;
}
