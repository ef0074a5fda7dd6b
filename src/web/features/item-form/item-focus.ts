import { ITEM_COUNT } from '../../../domain/cudos/items';

export const SAVE_BUTTON = 'save-form';

/** Focuses an item: its answer where it has one. After the last item comes the button that saves. */
export function focusItem(number: number): void {
  if (number > ITEM_COUNT) return document.getElementById(SAVE_BUTTON)?.focus();
  const item = document.getElementById(itemId(number));
  const radio = item?.querySelector<HTMLInputElement>('input:checked, input');
  (item?.querySelector<HTMLInputElement>('input:checked') ?? radio)?.focus();
}

export function itemId(number: number): string {
  return `item-${number}`;
}
