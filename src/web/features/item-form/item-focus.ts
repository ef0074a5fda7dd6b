import { ITEM_COUNT } from '../../../domain/cudos/items';

export const SAVE_BUTTON = 'save-form';

/** Puts the focus on an item: on its answer where it has one. Behind the last one is the button that saves. */
export function focusItem(number: number): void {
  if (number > ITEM_COUNT) return document.getElementById(SAVE_BUTTON)?.focus();
  const item = document.getElementById(itemId(number));
  const radio = item?.querySelector<HTMLInputElement>('input:checked, input');
  (item?.querySelector<HTMLInputElement>('input:checked') ?? radio)?.focus();
}

export function itemId(number: number): string {
  return `item-${number}`;
}
