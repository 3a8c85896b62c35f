import { html, nothing, type TemplateResult } from 'lit';
import { readCivilDate, writeCivilDate } from '../../src/filters/civil-date.js';
import { MOST_DAYS, readRange, writeDays } from '../../src/filters/filter-range.js';
import { windowOf } from '../../src/filters/window-of.js';
import type { Localization } from '../../src/localize/localize.js';
import type { Messages } from '../../src/localize/messages.js';
import { civilDayOf } from '../../src/time/civil.js';
import type { Calendar } from '../../src/time/range.js';
import { zoneOf } from '../../src/time/zone.js';

/** What the list of ranges shows and tells. */
export interface RangePanelOptions {
  readonly range: string;
  /** The clock of the data, epoch ms; null before there is one. */
  readonly now: number | null;
  /** The reader's own time, epoch ms: its year needs no mention. */
  readonly today: number;
  readonly calendar: Calendar;
  readonly localization: Localization;
  /** What is wrong with the days that were asked for last; null: nothing. */
  readonly problem: string | null;
  readonly choose: (range: string) => void;
  readonly refuse: (problem: string) => void;
}

/** What is offered, in this order; any other range can be asked for as days, or by the page. */
const OFFERED: readonly string[] = ['this-week', '4w', '12w', '26w', 'this-quarter', 'last-quarter'];

/** The ranges with their days, and two days of one's own. */
export function renderRangePanel(options: RangePanelOptions): TemplateResult {
  const { range, localization, choose } = options;
  return html`<ul class="options">
      ${OFFERED.map(
        (each) =>
          html`<li>
            <button
              class="option option-line"
              type="button"
              aria-pressed=${sameRange(each, range)}
              @click=${() => choose(each)}
            >
              <span>${rangeTitle(each, localization.messages.filters)}</span>
              <bdi class="hint">${daysText({ ...options, range: each })}</bdi>
            </button>
          </li>`,
      )}
    </ul>
    ${renderDays(options)}`;
}

/** The name of a range; undefined for days, which are their own name. */
export function rangeTitle(range: string, words: Messages['filters']): string | undefined {
  const read = readRange(range);
  return words.named(range) ?? (read?.kind === 'weeks' ? words.weeks(read.weeks) : undefined);
}

/** The days of a range, up to the current one; empty before there is a clock. */
export function daysText(options: Pick<RangePanelOptions, 'range' | 'now' | 'today' | 'calendar' | 'localization'>) {
  const { now, today, localization } = options;
  if (now === null) return '';
  const { from, to } = shownOf(options, now);
  return localization.messages.filters.days(from, to, today);
}

/** First and last instant of what a range shows: nothing of a running week lies after now. */
function shownOf({ range, calendar }: Pick<RangePanelOptions, 'range' | 'calendar'>, now: number) {
  const { from, to } = windowOf({ range }, now, calendar);
  const isRunning = readRange(range)?.kind !== 'days' && now >= from;
  return { from, to: Math.max(from, isRunning ? Math.min(to - 1, now) : to - 1) };
}

function sameRange(one: string, other: string): boolean {
  return JSON.stringify(readRange(one)) === JSON.stringify(readRange(other));
}

function renderDays(options: RangePanelOptions): TemplateResult {
  const { now, calendar, localization, problem } = options;
  const words = localization.messages.filters;
  const zone = zoneOf(calendar.timeZone);
  const shown = now === null ? null : shownOf(options, now);
  const valueOf = (instant: number | undefined): string =>
    instant === undefined ? '' : writeCivilDate(civilDayOf(instant, zone));
  const field = (name: 'first' | 'last', value: string): TemplateResult =>
    html`<label>
      <span>${words[name]}</span>
      <input
        type="date"
        name=${name}
        min="0001-01-01"
        max="9999-12-31"
        .value=${value}
        aria-invalid=${problem === null ? nothing : 'true'}
        aria-describedby=${problem === null ? nothing : 'problem'}
      />
    </label>`;
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const days = new FormData(form);
    const asked = askedDays(String(days.get('first')), String(days.get('last')), words);
    if ('range' in asked) options.choose(asked.range);
    else {
      options.refuse(asked.problem);
      form.querySelector('input')?.focus();
    }
  };
  return html`<form class="days" novalidate @submit=${submit}>
    <p class="days-title" id="days-title">${words.ownDays}</p>
    <div class="fields" role="group" aria-labelledby="days-title">
      ${field('first', valueOf(shown?.from))} ${field('last', valueOf(shown?.to))}
      <button class="button" part="button" type="submit">${words.apply}</button>
    </div>
    <p class="problem" id="problem" role="alert">${problem}</p>
  </form>`;
}

function askedDays(first: string, last: string, words: Messages['filters']) {
  const from = readCivilDate(first);
  const to = readCivilDate(last);
  if (from === null || to === null) return { problem: words.missingDay };
  if (from > to) return { problem: words.wrongOrder };
  if (to - from >= MOST_DAYS) return { problem: words.tooLong(MOST_DAYS) };
  return { range: writeDays(from, to) };
}
