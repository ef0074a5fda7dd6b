/** The text of a field of a form that was sent; empty where the form has no such field. */
export function fieldOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}

/** A word that nobody has used before. Browsers make UUIDs only where the connection is safe, and a clinic's own network may do without. */
export function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join('-');
}
