/** What a person changed of a thing; the rest is not sent, so that nobody else's correction is undone. */
export function changesOf<T extends object>(typed: T, before: object): Partial<T> {
  const known = new Map(Object.entries(before));
  const same = (value: unknown, key: string) =>
    JSON.stringify(value ?? null) === JSON.stringify(known.get(key) ?? null);
  const changed = Object.entries(typed).filter(([key, value]) => !same(value, key));
  return Object.fromEntries(changed) as Partial<T>;
}
