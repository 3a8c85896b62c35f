import type { LitElement } from 'lit';
import { fileName } from '../../src/export/file-name.js';
import { listCsv, listJson, type ListFile } from '../../src/export/list-files.js';
import type { Localization } from '../../src/localize/localize.js';
import type { MenuItem } from '../card/card-menu.js';
import type { CardNotice } from '../card/card-state.js';
import { requestExport } from '../export/request-export.js';

/** Hands a whole list out as a file, the entries on no page yet as well. */
export class ListExport {
  readonly #host: LitElement;
  readonly #say: (text: string) => void;
  #notice: CardNotice | null = null;

  /** @param say speaks a finished sentence */
  constructor(host: LitElement, say: (text: string) => void) {
    this.#host = host;
    this.#say = say;
  }

  /** That a file could not be made, until one is. */
  get notices(): readonly CardNotice[] {
    return this.#notice === null ? [] : [this.#notice];
  }

  /**
   * The entries of a card's menu.
   * @param load everything that is listed; null: there is nothing to hand out
   */
  items<Entry>(load: (() => Promise<ListFile<Entry>>) | null, localization: Localization): readonly MenuItem[] {
    const { menu } = localization.messages.card;
    const item = (label: string, kind: 'csv' | 'json'): MenuItem => ({
      label,
      ...(load === null ? { offBecause: menu.noEntries } : {}),
      select: () => void this.#handOut(kind, load!, localization),
    });
    return [item(menu.downloadCsv, 'csv'), item(menu.downloadJson, 'json')];
  }

  async #handOut<Entry>(
    kind: 'csv' | 'json',
    load: () => Promise<ListFile<Entry>>,
    localization: Localization,
  ): Promise<void> {
    const words = localization.messages.export;
    try {
      const file = await load();
      const name = fileName(file.title, { from: file.now, to: file.now }, file.timeZone, kind);
      const text = kind === 'csv' ? listCsv(file, localization) : listJson(file);
      const blob = new Blob([text], { type: kind === 'csv' ? 'text/csv;charset=utf-8' : 'application/json' });
      this.#warn(null);
      if (requestExport(this.#host, { kind, name, blob })) this.#say(words.downloaded(name));
    } catch (error) {
      const text = words.failed(kind.toUpperCase());
      const run = (): void => void this.#handOut(kind, load, localization);
      this.#say(text);
      this.#warn({ kind: 'failed', text, action: { label: localization.messages.card.actions.tryAgain, run } });
      reportError(new Error(`<${this.#host.localName}>: the ${kind} file could not be made.`, { cause: error }));
    }
  }

  #warn(notice: CardNotice | null): void {
    this.#notice = notice;
    this.#host.requestUpdate();
  }
}
