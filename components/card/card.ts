import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { literal, html as staticHtml } from 'lit/static-html.js';
import type { Localization } from '../../src/localize/localize.js';
import type { CardMessages } from '../../src/localize/messages.js';
import { plainText, type RichText } from '../../src/localize/rich-text.js';
import { renderSwatch } from '../figure/keys.js';
import type { Swatch } from '../figure/keys.js';
import { renderText } from '../figure/render-text.js';
import { isAwaited, renderAction, renderState } from './card-state.js';
import type { CardNotice, CardState } from './card-state.js';
import { renderSkeleton } from './skeleton.js';
import type { Skeleton } from './skeleton.js';

/** Everything a card shows. All texts are finished. */
export interface CardOptions {
  readonly heading: string;
  /** Level of the heading in the page. Default 3. */
  readonly headingLevel?: HeadingLevel;
  /** What is counted. */
  readonly note?: RichText | string;
  readonly state: CardState;
  readonly messages: CardMessages;
  /** The language the texts are really in, which need not be the page's: decides `lang` and writing direction. */
  readonly language?: Pick<Localization, 'locale' | 'direction'>;
  /** The row under the note; absent: the body takes that row too. */
  readonly figure?: TemplateResult;
  /** The picture or the list; called only when the state is `ready`. */
  readonly body: () => TemplateResult;
  /** Lines under the body; absent: the card has no foot but for notices. */
  readonly foot?: readonly FootLine[];
  /** Up to when the data is complete, and in which zone: the last line of the foot, for figures and for emptiness. */
  readonly status?: string;
  /** What stands still where the body will be; it holds the body's room in every state. Default `bars`. */
  readonly skeleton?: Skeleton;
  /** What holds the room of note and foot in every state. */
  readonly room?: CardRoom;
  /** Least height of the body in every state: `regular` and `large` are those of the charts. Default `regular`. */
  readonly size?: 'regular' | 'large' | 'natural';
  /** `menu.render(…)` of a CardMenu. */
  readonly menu?: TemplateResult | typeof nothing;
  /** `announcer.say` of an Announcer, for what happens inside the card. */
  readonly announce?: (text: string) => void;
  /** Dialogs and live regions of the owner: they take no place. */
  readonly extras?: unknown;
}

/** Texts as long as those to come. Nobody sees them; they keep a card from moving when the real ones come and go. */
export interface CardRoom {
  readonly note?: RichText | string;
  /** What stands over the body. */
  readonly figure?: TemplateResult;
  readonly foot?: readonly FootLine[];
  /** The notice that a refresh may bring. */
  readonly notice?: CardNotice;
}

/** One line of the foot, with the swatch it explains. */
export interface FootLine {
  readonly text: RichText | string;
  readonly swatch?: Swatch;
}

/** Level of a heading, as in h2 to h6. */
export type HeadingLevel = 2 | 3 | 4 | 5 | 6;

const HEADINGS = { 2: literal`h2`, 3: literal`h3`, 4: literal`h4`, 5: literal`h5`, 6: literal`h6` } as const;

/**
 * A card: heading, note, figure, body and foot line, in this order in every card and every state. Styles: `cardStyles`
 * and `figureStyles`. Ids stay inside the shadow root, so render one card a root.
 *
 * Parts: card, heading, note, menu, figure, body, foot, notice, state. Slots: heading, note, actions, empty, foot.
 */
export function renderCard(options: CardOptions): TemplateResult {
  const { state, figure, language, room } = options;
  const hasFigure = figure !== undefined || room?.figure !== undefined;
  const busy = state.kind === 'ready' ? state.busy === true : isAwaited(state);
  return html`
    <article
      class="card ${options.size ?? 'regular'} ${hasFigure ? '' : 'without-figure'} ${hasFoot(options) ? '' : 'without-foot'}"
      part="card"
      aria-labelledby="card-heading"
      aria-busy=${busy}
      lang=${language?.locale ?? nothing}
      dir=${language?.direction ?? nothing}
    >
      <header class="head">
        <div class="titles">
          ${renderHeading(options)}
          <p class="note" part="note">
            <span class="room" aria-hidden="true">${renderText(options.room?.note ?? '')}</span>
            <span><slot name="note">${renderText(options.note ?? '')}</slot></span>
          </p>
        </div>
        <div class="tools"><slot name="actions"></slot>${options.menu ?? nothing}</div>
      </header>
      <div class="figure-row" part="figure">
        <div class="room" aria-hidden="true">${options.room?.figure ?? nothing}</div>
        <div class=${state.kind === 'ready' || room?.figure === undefined ? '' : 'over-room'}>
          ${renderFigureRow(options)}
        </div>
      </div>
      <div class="body" part="body">
        <div class="content">
          <div class="room ${state.kind === 'waiting' ? 'seen' : ''}" aria-hidden="true">
            ${renderSkeleton(options.skeleton ?? 'bars')}
          </div>
          <div class="stage">${renderBody(options)}</div>
        </div>
      </div>
      <footer class="foot" part="foot">
        <div class="room lines" aria-hidden="true">${renderFootRoom(options.room)}</div>
        <div class="lines">${renderFoot(options)}</div>
      </footer>
      ${options.extras ?? nothing}
    </article>
  `;
}

function hasFoot({ state, foot, status, room }: CardOptions): boolean {
  const hasNotices = noticesOf(state).length > 0;
  return (
    foot !== undefined || status !== undefined || room?.notice !== undefined || hasNotices || state.kind === 'not-wired'
  );
}

function renderHeading({ heading, headingLevel = 3 }: CardOptions): TemplateResult {
  const tag = HEADINGS[Object.hasOwn(HEADINGS, headingLevel) ? headingLevel : 3]; // An attribute can hold anything.
  return staticHtml`<${tag} class="heading" part="heading" id="card-heading"><slot name="heading">${heading}</slot></${tag}>`;
}

function renderFigureRow({ state, figure, room }: CardOptions): TemplateResult | typeof nothing {
  if (figure === undefined && room?.figure === undefined) return nothing;
  if (state.kind === 'ready') return figure ?? nothing;
  if (state.kind === 'waiting') return html`<i class="skeleton figure-skeleton" aria-hidden="true"></i>`;
  return html`<span class="value" aria-hidden="true">—</span>`;
}

function renderBody(options: CardOptions): TemplateResult {
  const { state, messages, announce = () => undefined } = options;
  if (state.kind === 'ready') return options.body();
  if (state.kind === 'waiting') return html`<p class="spoken">${messages.waiting(options.heading)}</p>`;
  const content = renderState(state, messages, announce);
  return state.kind === 'empty' ? html`<slot name="empty">${content}</slot>` : content;
}

function renderFoot({ state, foot = [], status, messages }: CardOptions): TemplateResult | typeof nothing {
  if (state.kind === 'waiting') return html`<i class="skeleton foot-skeleton" aria-hidden="true"></i>`;
  if (state.kind === 'not-wired') return renderFootLine({ text: messages.notWired.foot });
  if (state.kind !== 'ready' && state.kind !== 'empty') return nothing;
  const notices = noticesOf(state);
  const isQuiet = ({ kind }: CardNotice): boolean => kind === 'quality';
  const quiet = notices.filter(isQuiet).map(renderNotice);
  const line = status === undefined ? nothing : renderFootLine({ text: status });
  return html`
    ${state.kind === 'ready' ? html`<slot name="foot">${foot.map(renderFootLine)}</slot>` : nothing}
    ${line === nothing && quiet.length === 0 ? nothing : html`<div class="status">${line} ${quiet}</div>`}
    ${notices.filter((notice) => !isQuiet(notice)).map(renderNotice)}
  `;
}

/** Its button is none: nothing in here can be reached. */
function renderFootRoom({ foot = [], notice }: CardRoom = {}): TemplateResult {
  return html`${foot.map(renderFootLine)}
  ${
    notice &&
    html`<p class="notice ${notice.kind}">
      <span>${renderText(notice.text)}</span> <span class="button link">${notice.action?.label}</span>
    </p>`
  }`;
}

/** What is to be known about what a card shows. */
export function noticesOf(state: CardState): readonly CardNotice[] {
  return state.kind === 'ready' || state.kind === 'empty' ? (state.notices ?? []) : [];
}

function renderFootLine({ text, swatch }: FootLine): TemplateResult {
  return html`<p class="foot-line">${swatch && renderSwatch(swatch)}<span>${renderText(text)}</span></p>`;
}

function renderNotice(notice: CardNotice): TemplateResult {
  const { kind, action } = notice;
  return html`<p class="notice ${kind}" part="notice">
    ${renderNoticeText(notice)} ${action && renderAction(action, 'link')}
  </p>`;
}

/** What comes and goes by itself takes one line, so that nothing moves: behind what matters most, the rest as far as it fits. */
function renderNoticeText({ kind, text }: CardNotice): TemplateResult {
  const [first, ...rest] = text;
  if ((kind !== 'stale' && kind !== 'partial') || typeof text === 'string' || first === undefined)
    return html`<span>${renderText(text)}</span>`;
  return html`<span>${renderText([first])}</span>
    <span class="rest" title=${plainText(rest)}><span>${renderText(rest)}</span></span>`;
}
