const HOUR = 3_600_000;

/** Milliseconds since then. What is from the future, after a clock was set back, does not put off the next for long. */
export function ageOf(at: Date, now: Date): number {
  return Math.abs(now.getTime() - at.getTime());
}

/** Should somebody look? An hour, or a quarter of the time between two, past the due time. */
export function isOverdue(age: number, every: number): boolean {
  return age > every + Math.max(HOUR, every / 4);
}
