/** Counts the ways in which a table writes its dates, to find those that a program has turned around. */
export class MixedDates {
  private yearFirst = 0;
  private yearLast = 0;
  private example = '';
  /** Whether a day was seen that a program could not have taken for a month, or could have. */
  private plain = false;

  take(cell: string): void {
    const first = /^\s*\d{4}-\d\d-(\d\d)/.exec(cell)?.[1];
    if (first !== undefined) {
      this.yearFirst += 1;
      this.plain ||= Number(first) > 12;
      return;
    }
    const parts = /^\s*(\d{1,2})[/.-](\d{1,2})[/.-]\d{2,4}\b/.exec(cell);
    if (!parts) return;
    this.yearLast += 1;
    this.plain ||= Number(parts[1]) <= 12 && Number(parts[2]) <= 12;
    this.example ||= cell.trim();
  }

  /**
   * What is to be asked about the dates of this table?
   *
   * Output: null but where every date with the year in front has a day up to 12, and every other one has not: so a program leaves
   * them that reads 04/03/2026 as April where March was meant, and 13/03/2026 not at all.
   */
  message(): string | null {
    if (this.plain || this.yearFirst === 0 || this.yearLast === 0) return null;
    return (
      `${this.yearFirst} dates have the year in front and a day up to 12; ${this.yearLast}, such as "${this.example}", are texts. A program may have ` +
      'exchanged day and month of the first. Compare them with the source, then accept them.'
    );
  }
}
