/** What a cell says, or the rule it breaks with a sentence for the person who keeps the spreadsheet. */
export type CellReading<T> = { ok: true; value: T } | { ok: false; rule: string; message: string };

export function readAs<T>(value: T): CellReading<T> {
  return { ok: true, value };
}

export function unreadable(rule: string, message: string): CellReading<never> {
  return { ok: false, rule, message };
}
