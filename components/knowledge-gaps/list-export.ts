import type { LitElement } from 'lit';
import { fileName } from '../../src/export/file-name.js';
import { listCsv, listJson, type ListFile } from '../../src/export/list-files.js';
import type { Localization } from '../../src/localize/localize.js';
import type { MenuItem } from '../card/card-menu.js';
import type { CardNotice } from '../card/card-state.js';
import { ExportWarning } from '../export/export-warning.js';
import { handOut } from '../export/hand-out.js';

/** A list that can be handed out as a file, with everything that is found once it is asked for. */
export interface ListToHandOut<Entry> extends Omit<ListFile<Entry>, 'entries'> {
  /** The entries on no page yet as well. */
  readonly all: () => Promise<readonly Entry[]>;
}

/** Hands a whole list out as a file. */
export class ListExport {
  readonly #host: LitElement;
  readonly #say: (text: string) => void;
  readonly #warning: ExportWarning;

  /** @param say speaks a finished sentence */
  constructor(host: LitElement, say: (text: string) => void) {
    this.#host = host;
    this.#say = say;
    this.#warning = new ExportWarning(host);
  }

  /** That a file could not be made, until one is. */
  get notices(): readonly CardNotice[] {
    return this.#warning.of(this);
  }

  /**
   * The entries of a card's menu.
   * @param list what is listed when it is asked for; null: there is nothing to hand out
   */
  items<Entry>(list: (() => ListToHandOut<Entry>) | null, localization: Localization): readonly MenuItem[] {
    const { menu } = localization.messages.card;
    const item = (label: string, kind: 'csv' | 'json'): MenuItem => ({
      label,
      ...(list === null ? { offBecause: menu.noEntries } : {}),
      select: () => this.#handOut(kind, list!(), localization),
    });
    return [item(menu.downloadCsv, 'csv'), item(menu.downloadJson, 'json')];
  }

  #handOut<Entry>(kind: 'csv' | 'json', { all, ...list }: ListToHandOut<Entry>, localization: Localization): void {
    const name = fileName(list.title, { from: list.now, to: list.now }, list.timeZone, kind);
    const make = async (): Promise<Blob> => {
      const file = { ...list, entries: await all() };
      const text = kind === 'csv' ? listCsv(file, localization) : listJson(file);
      return new Blob([text], { type: kind === 'csv' ? 'text/csv;charset=utf-8' : 'application/json' });
    };
    const warn = (notice: CardNotice | null): void => this.#warning.set(this, notice);
    void handOut({ kind, name, make }, { element: this.#host, say: this.#say, warn }, localization);
  }
}
