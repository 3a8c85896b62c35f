import type { Localization } from '../../src/localize/localize.js';
import type { MenuItem } from '../card/card-menu.js';
import { exportItems, type ExportCard, type ExportedView } from './export-items.js';

/** What a report's menu does with its card. */
export interface MenuCard extends ExportCard {
  /** Shows the table instead of the picture, or the picture again. */
  readonly toggle: () => void;
  /** Of the definition. */
  readonly version: string;
  /** Shows the definition. */
  readonly define: () => void;
}

/** The same entries in every state, so that the focus is lost on none when a load takes the figures away. */
export function menuItems(view: ExportedView | null, localization: Localization, card: MenuCard): readonly MenuItem[] {
  const { showAsTable, showAsChart, noFigures, definition } = localization.messages.card.menu;
  const nothingToShow = view === null || view.presentation.empty !== null;
  return [
    {
      label: card.asTable ? showAsChart : showAsTable,
      ...(nothingToShow ? { offBecause: noFigures } : {}),
      select: card.toggle,
    },
    ...exportItems(view, localization, card),
    { label: definition, hint: card.version, separated: true, select: card.define },
  ];
}
