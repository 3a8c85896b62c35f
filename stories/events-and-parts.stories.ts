import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing, type TemplateResult } from 'lit';
import { elements, type Described, type ElementDescription } from './support/manifest.js';

export default { title: 'Events and parts', tags: ['!autodocs'], parameters: { source: () => null } } satisfies Meta;

/** What the custom-elements manifest says of every element. */
export const EveryElement: StoryObj = {
  render: () => html`${elements.map(renderElement)}`,
};

function renderElement(element: ElementDescription): TemplateResult {
  const { tagName, summary, description, members = [], attributes, events, slots, cssParts } = element;
  const properties = members.filter(({ kind, attribute }) => kind === 'field' && attribute === undefined);
  return html`<section>
    <h2><code>&lt;${tagName}&gt;</code></h2>
    <p>${worded(description ?? summary ?? '')}</p>
    ${renderTable('Attributes', attributes)} ${renderTable('Properties', properties)} ${renderTable('Events', events)}
    ${renderTable('Slots', slots)} ${renderTable('Parts', cssParts)}
  </section>`;
}

function renderTable(title: string, lines: readonly Described[] = []): TemplateResult | typeof nothing {
  if (lines.length === 0) return nothing;
  const hasTypes = lines.some(({ type }) => type !== undefined);
  return html`<div class="reference-region" tabindex="0" role="region" aria-label=${title}>
    <table class="reference">
      <thead>
        <tr>
          <th scope="col">${title}</th>
          ${hasTypes ? html`<th scope="col">Type</th>` : nothing}
          <th scope="col">What it is</th>
        </tr>
      </thead>
      <tbody>
        ${lines.map(
          ({ name, type, description }) =>
            html`<tr>
              <th scope="row"><code>${name || '(default)'}</code></th>
              ${hasTypes ? html`<td><code>${type?.text}</code></td>` : nothing}
              <td>${worded(description ?? '')}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

/** Between backticks is code, between asterisks a word of the page. */
function worded(text: string): readonly (string | TemplateResult)[] {
  return text.split(/(`[^`]+`|\*[^*]+\*)/).map((piece) => {
    const inner = piece.slice(1, -1);
    if (piece.startsWith('`')) return html`<code>${inner}</code>`;
    return /^\*.+\*$/.test(piece) ? html`<em>${inner}</em>` : piece;
  });
}
