import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Messages } from '../../src/localize/messages.js';

/** What the list of channels shows and tells. */
export interface ChannelPanelOptions {
  /** Those that occur, as the source writes them. */
  readonly known: readonly string[];
  /** null: all. */
  readonly chosen: readonly string[] | null;
  readonly words: Messages['filters'];
  readonly choose: (channels: readonly string[] | null) => void;
}

/** All channels, or some of them: each a check box. Without any of them ticked it is all again. */
export function renderChannelPanel({ known, chosen, words, choose }: ChannelPanelOptions): TemplateResult {
  const names = [...new Set([...known, ...(chosen ?? [])])];
  const toggle = (name: string): void => {
    const rest = (chosen ?? []).filter((other) => other !== name);
    const next = rest.length === (chosen ?? []).length ? [...rest, name] : rest;
    choose(next.length === 0 ? null : next);
  };
  return html`<ul class="options">
      <li>${renderBox(words.allChannels, chosen === null, () => choose(null))}</li>
      ${repeat(
        names,
        (name) => name,
        (name) =>
          html`<li>
            ${renderBox(channelTitle(name, names, words), chosen?.includes(name) === true, () => toggle(name))}
          </li>`,
      )}
    </ul>
    ${names.length === 0 ? html`<p class="hint">${words.noChannels}</p>` : ''}`;
}

/** What is chosen, in few words. */
export function channelsText({ known, chosen, words }: Omit<ChannelPanelOptions, 'choose'>): string {
  if (chosen === null) return words.all;
  const [one, other] = chosen.map((name) => channelTitle(name, known, words));
  if (chosen.length > 2) return words.chosen(chosen.length);
  return other === undefined ? one! : words.both(one!, other);
}

/** Two channels that differ only in how they are written keep how they are written. */
function channelTitle(name: string, names: readonly string[], words: Messages['filters']): string {
  const title = words.channel(name);
  return names.some((other) => other !== name && words.channel(other) === title) ? name : title;
}

/** Ticked by what is true and not by the click: the request may be refused. */
function renderBox(title: string, checked: boolean, change: () => void): TemplateResult {
  return html`<label class="option-line">
    <input class="option" type="checkbox" .checked=${live(checked)} @change=${change} /><bdi>${title}</bdi>
  </label>`;
}
