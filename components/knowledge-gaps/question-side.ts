import { html, nothing, type TemplateResult } from 'lit';
import type { QuestionsWanted } from '../../src/feed/question-list.js';
import { renderState } from '../card/card-state.js';
import { renderGapToolbar } from './gap-toolbar.js';
import { listFailure } from './list-parts.js';
import type { Tickable, TickedQuestions } from './ticked-questions.js';

/** Which questions of a topic are looked at. */
export type QuestionFilter = Pick<QuestionsWanted, 'status' | 'search'>;

/** What the side with the questions shows and tells. */
export interface QuestionSideOptions {
  readonly filter: QuestionFilter;
  readonly questions: TickedQuestions;
  readonly tickable: Tickable;
  readonly now: number;
  readonly ask: (change: Partial<QuestionFilter>) => void;
  readonly say: (text: string) => void;
}

/** The questions of a topic with status and search, or why there are none. Styles: `gapStyles`, `gapPanelStyles`. */
export function renderQuestionSide(options: QuestionSideOptions): TemplateResult {
  const { filter, questions, tickable, now, ask, say } = options;
  const { list, localization } = tickable;
  const { gapPanel, gaps, card } = localization.messages;
  const { phase, entries, error, total, hasMore } = list.state;
  const { status, search } = filter;
  const toolbar = renderGapToolbar({
    question: filter,
    label: gapPanel.search,
    messages: localization.messages,
    search: (text) => ask({ search: text }),
    choose: (chosen) => ask({ status: chosen }),
  });
  if (phase === 'failed') {
    const words = { ...gapPanel, forbidden: gaps.forbidden };
    const state = listFailure(error!, words, localization, now, () => list.retry());
    return html`${state.kind === 'failed' ? toolbar : nothing}${renderState(state, card, say)}`;
  }
  // After all that came were written there is more than nothing, which comes with the refresh.
  if (entries.length > 0 || hasMore || (total ?? 0) > 0) return html`${toolbar}${questions.render(tickable, now)}`;
  const words = search === '' ? gapPanel.none(status) : gapPanel.noMatch(search);
  return html`${toolbar}${phase === 'waiting' ? nothing : html`<p class="none">${words}</p>`}`;
}
