/** A calendar date (`2026-03-04`) as people read it: `4 Mar 2026`. It has no time and no zone, and never moves by a day. */
export function showDate(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return dateOnly.format(new Date(Date.UTC(year ?? 0, (month ?? 1) - 1, day)));
}

/** An instant in the clinic's zone, with the zone's name: `4 Mar 2026, 10:15 MST`. */
export function showInstant(instant: string, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', {
    timeZone,
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
  }).format(new Date(instant));
}

const dateOnly = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'UTC',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
});
