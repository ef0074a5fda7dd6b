/** The text of a field of a form that was sent; empty where the form has no such field. */
export function fieldOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}

/** A word that nobody has used before. Browsers make UUIDs only where the connection is safe, and a clinic's own network may do without. */
export function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join('-');
}

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
