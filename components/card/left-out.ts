import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { CardMessages } from '../../src/localize/messages.js';

/** Records that are missing from the figures because they could not be read, and some of them by name. */
export interface LeftOut {
  readonly count: number;
  readonly examples: readonly {
    readonly id?: string;
    /** Path inside the record; empty for the record itself. */
    readonly field?: string;
    readonly value?: string;
    /** What was expected and the way out: for whoever writes the adapter, in English. */
    readonly message?: string;
  }[];
}

/** Which records were left out, and why. Styles: `menuStyles`. */
export function renderLeftOut({ count, examples }: LeftOut, messages: CardMessages): TemplateResult {
  const words = messages.leftOutRecords;
  return html`<section class="defined left-out" tabindex="-1">
    <h3>${words.title}</h3>
    <p>${messages.leftOut(count)}${count > examples.length ? html`. ${words.some(examples.length)}` : nothing}</p>
    <dl>
      ${examples.map(
        ({ id, field = '', value = '', message = '' }) =>
          html`<div>
            <dt>${id === undefined ? words.withoutId : html`<bdi>${id}</bdi>`}</dt>
            <dd>
              <p>
                ${field === '' ? words.whole : html`<code dir="ltr">${field}</code>`} <code dir="ltr">${value}</code>
              </p>
              <p lang="en" dir="ltr">${message}</p>
            </dd>
          </div>`,
      )}
    </dl>
  </section>`;
}
