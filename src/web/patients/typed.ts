import { fieldOf } from '../parts/form';

/** A text field that may stay empty: null then. */
export function textOrNull(form: FormData, name: string): string | null {
  const text = fieldOf(form, name).trim();
  return text === '' ? null : text;
}

/**
 * A number as it was typed; null for an empty field. What is no number is sent as it stands, so that the service says
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

/** What a person changed of a thing; the rest is not sent, so that nobody else's correction is undone. */
export function changesOf<T extends object>(typed: T, before: object): Partial<T> {
  const known = new Map(Object.entries(before));
  const same = (value: unknown, key: string) =>
    JSON.stringify(value ?? null) === JSON.stringify(known.get(key) ?? null);
  const changed = Object.entries(typed).filter(([key, value]) => !same(value, key));
  return Object.fromEntries(changed) as Partial<T>;
}

function asNumber(text: string): number {
  const number = Number(text);
  return Number.isNaN(number) ? (text as unknown as number) : number;
}
