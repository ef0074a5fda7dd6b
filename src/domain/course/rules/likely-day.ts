/**
 * On which day was a visit likely, of which something is about to be recorded?
 *
 * Input: its planned day, null where it has none; the day of the nearest later visit that has one, null where none has;
 * and today's calendar date at the clinic. Output: a calendar date, to be proposed and not to be taken for granted. It is
 * today, except before a later visit that is over: there today can't be, as visits never run backwards, and it is the
 * planned day. Without a planned day that has come it stays today.
 *
 * @example likelyDay({ dueOn: '2026-03-05', nextOn: '2026-03-09' }, '2026-03-20') // '2026-03-05'
 */
export function likelyDay({ dueOn, nextOn }: { dueOn: string | null; nextOn: string | null }, today: string): string {
  const left = nextOn !== null && nextOn < today;
  return left && dueOn !== null && dueOn <= today ? dueOn : today;
}
