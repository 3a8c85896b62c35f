import type { Localization } from '../../src/localize/localize.js';
import { plainText } from '../../src/localize/rich-text.js';
import type { MenuItem, MenuOptions } from '../card/card-menu.js';
import type { CardNotice } from '../card/card-state.js';
import { exportItems, type ExportCard, type ExportedView } from './export-items.js';

/** What a report's menu does with its card. */
export interface MenuCard extends ExportCard {
  /** Shows the table instead of the picture, or the picture again. */
  readonly toggle: () => void;
  /** Of the definition. */
  readonly version: string;
  /** Shows the definition. */
  readonly define: () => void;
  /** What is said here in full, as the card has not the room for it. */
  readonly told: readonly CardNotice[];
}

/** The same entries in every state, so that the focus is lost on none when a load takes the figures away; notices follow. */
export function menuOf(view: ExportedView | null, localization: Localization, card: MenuCard): MenuOptions {
  const { label, showAsTable, showAsChart, noFigures, definition } = localization.messages.card.menu;
  const nothingToShow = view === null || view.presentation.empty !== null;
  const unseen = card.told.filter(({ kind }) => kind === 'quality').map(({ text }) => plainText(text));
  const items = [
    {
      label: card.asTable ? showAsChart : showAsTable,
      ...(nothingToShow ? { offBecause: noFigures } : {}),
      select: card.toggle,
    },
    ...exportItems(view, localization, card),
    { label: definition, hint: card.version, separated: true, select: card.define },
    ...card.told.map(noticeItem),
  ];
  const notice = unseen.length === 0 ? {} : { notice: unseen.join('. ') };
  return { label: label(card.face.title(localization)), ...notice, items };
}

function noticeItem({ text, action }: CardNotice, place: number): MenuItem {
  const does = action && { hint: action.label, select: action.run };
  return { label: plainText(text), separated: place === 0, ...does };
}
