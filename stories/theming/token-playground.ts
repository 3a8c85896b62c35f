import { html, LitElement, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { tokenNames, tokens, type TokenName } from '../../src/theme/tokens.js';
import { isColor } from '../support/arg-types.js';
import { hostThemes, type HostThemeName } from './host-themes.js';
import { playgroundStyles } from './token-playground.styles.js';

/** Lets every token be edited over the elements inside it, and writes the style sheet for it. */
class TokenPlayground extends LitElement {
  static override readonly styles = playgroundStyles;

  /** What was changed, by the token's whole name. */
  @state() private changed: Readonly<Record<string, string>> = {};
  @state() private search = '';

  protected override updated(): void {
    for (const name of tokenNames) {
      const value = this.changed[`--dg-${name}`];
      if (value === undefined) this.style.removeProperty(`--dg-${name}`);
      else this.style.setProperty(`--dg-${name}`, value);
    }
  }

  protected override render(): TemplateResult {
    const found = tokenNames.filter((name) => `${name} ${tokens[name].meaning}`.toLowerCase().includes(this.search));
    return html`
      <form class="editor" @submit=${(event: Event) => event.preventDefault()}>
        <div class="tools">
          <label>Find <input type="search" @input=${this.#find} /></label>
          <label>
            Start from
            <select @change=${this.#startFrom}>
              ${Object.entries(hostThemes).map(([name, { title }]) => html`<option value=${name}>${title}</option>`)}
            </select>
          </label>
          <button type="button" @click=${() => (this.changed = {})}>Reset all</button>
        </div>
        <ul class="tokens">
          ${found.map((name) => this.#renderToken(name))}
        </ul>
      </form>
      <div class="preview">
        <slot></slot>
        <h3>Your style sheet</h3>
        <pre tabindex="0">${this.#styleSheet()}</pre>
      </div>
    `;
  }

  #renderToken(name: TokenName): TemplateResult {
    const property = `--dg-${name}`;
    const value = this.changed[property] ?? '';
    const set = ({ target }: Event): void => this.#set(property, (target as HTMLInputElement).value);
    return html`<li class=${value === '' ? '' : 'changed'}>
      <label for=${name}><code>${property}</code> <span>${tokens[name].meaning}</span></label>
      <div class="fields">
        <input id=${name} .value=${value} placeholder=${tokens[name].default} spellcheck="false" @input=${set} />
        ${
          isColor(name)
            ? html`<input
                type="color"
                aria-label=${`Pick ${property}`}
                .value=${hexOf(value || tokens[name].default)}
                @input=${set}
              />`
            : ''
        }
      </div>
    </li>`;
  }

  #find({ target }: Event): void {
    this.search = (target as HTMLInputElement).value.trim().toLowerCase();
  }

  #startFrom({ target }: Event): void {
    this.changed = hostThemes[(target as HTMLSelectElement).value as HostThemeName].tokens;
  }

  #set(property: string, value: string): void {
    const { [property]: _earlier, ...others } = this.changed;
    this.changed = value.trim() === '' ? others : { ...others, [property]: value };
  }

  #styleSheet(): string {
    const lines = Object.entries(this.changed).map(([property, value]) => `  ${property}: ${value};`);
    return lines.length === 0 ? '/* Nothing is changed yet. */' : `agent-performance {\n${lines.join('\n')}\n}`;
  }
}

/** The first colour of a value that a colour picker can show. */
function hexOf(value: string): string {
  return /#[\da-f]{6}\b/i.exec(value)?.[0].toLowerCase() ?? '#000000';
}

customElements.define('token-playground', TokenPlayground);
