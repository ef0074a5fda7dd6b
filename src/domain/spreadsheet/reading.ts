/** A rule with a sentence for the person who keeps the spreadsheet. */
export interface CellRemark {
  rule: string;
  message: string;
}

/**
 * What a cell says, with a remark where a person should know how it was taken; or the rule it breaks, with what it would
 * be taken as where a person accepts that.
 */
export type CellReading<T> =
  { ok: true; value: T; remark?: CellRemark } | ({ ok: false; ifAccepted?: { value: T } } & CellRemark);

export function readAs<T>(value: T): CellReading<T> {
  return { ok: true, value };
}

/** Taken so, with a warning. */
export function toldAs<T>(value: T, rule: string, message: string): CellReading<T> {
  return { ok: true, value, remark: { rule, message } };
}

export function unreadable(rule: string, message: string): CellReading<never> {
  return { ok: false, rule, message };
}

/** Taken so only where a person accepts it. */
export function askedAs<T>(value: T, rule: string, message: string): CellReading<T> {
  return { ok: false, rule, message, ifAccepted: { value } };
}
