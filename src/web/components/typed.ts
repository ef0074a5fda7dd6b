import { fieldOf } from './form';

/** A text field that may stay empty: null then. */
export function textOrNull(form: FormData, name: string): string | null {
  const text = fieldOf(form, name).trim();
  return text === '' ? null : text;
}

/**
 * A number as it was typed; null for an empty field. Text that is no number is sent unchanged, so that the service says
 * what is wrong with it and nothing is dropped in silence.
 */
export function numberOrNull(form: FormData, name: string): number | null {
  const text = textOrNull(form, name);
  return text === null ? null : asNumber(text);
}

/** Numbers with commas or spaces between them. */
export function numbersOf(form: FormData, name: string): number[] {
  return fieldOf(form, name)
    .split(/[\s,;]+/)
    .filter((part) => part !== '')
    .map(asNumber);
}

function asNumber(text: string): number {
  const number = Number(text);
  return Number.isNaN(number) ? (text as unknown as number) : number;
}
