import type { Localization } from '../../src/localize/localize.js';
import type { CardNotice } from '../card/card-state.js';
import { requestExport, type ExportRequest } from './request-export.js';

/** A file that somebody wants. */
export interface WantedFile {
  readonly kind: ExportRequest['kind'];
  /** With its ending. */
  readonly name: string;
  readonly make: () => Blob | Promise<Blob>;
}

/** The card that hands a file out. */
export interface HandingCard {
  readonly element: HTMLElement;
  /** Says a sentence to screen readers. */
  readonly say: (text: string) => void;
  /** Shows that a file could not be made, until one is; null: nothing is to be shown any more. */
  readonly warn: (notice: CardNotice | null) => void;
}

/**
 * Makes a file and hands it to the host, or downloads it. One that cannot be made takes nothing away that is shown: it is
 * said, with *Try again*, and reported to whoever watches over the page.
 */
export async function handOut(file: WantedFile, card: HandingCard, localization: Localization): Promise<void> {
  const { kind, name, make } = file;
  const { element, say, warn } = card;
  const words = localization.messages.export;
  try {
    const blob = await make();
    warn(null);
    if (requestExport(element, { kind, name, blob })) say(words.downloaded(name));
  } catch (error) {
    const text = words.failed(name);
    const run = (): void => void handOut(file, card, localization);
    say(text);
    warn({ kind: 'failed', text, action: { label: localization.messages.card.actions.tryAgain, run } });
    reportError(new Error(`<${element.localName}>: ${name} could not be made.`, { cause: error }));
  }
}
