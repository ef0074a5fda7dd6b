/** The text of a field of a form that was sent; empty where the form has no such field. */
export function fieldOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}

/** What stands behind the `#` of the address: the secret of a one-time link, which no server ever sees. */
export function secretOfAddress(): string {
  return window.location.hash.slice(1);
}
