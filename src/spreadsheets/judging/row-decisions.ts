import type { Decision } from './row-judgement.js';

const DECISIONS: readonly Decision[] = ['new', 'extended', 'unchanged', 'failed'];

const UNUSUAL = 0x80;

/** What was decided for each row of a file, and whether it has a warning: one byte a row. */
export class RowDecisions {
  private codes = new Uint8Array(1024);

  set(row: number, decision: Decision, { unusual = false } = {}): void {
    if (row >= this.codes.length) {
      const longer = new Uint8Array(Math.max(row + 1, this.codes.length * 2));
      longer.set(this.codes);
      this.codes = longer;
    }
    this.codes[row] = DECISIONS.indexOf(decision) + 1 + (unusual ? UNUSUAL : 0);
  }

  of(row: number): Decision | null {
    return DECISIONS[((this.codes[row] ?? 0) & ~UNUSUAL) - 1] ?? null;
  }

  isUnusual(row: number): boolean {
    return ((this.codes[row] ?? 0) & UNUSUAL) !== 0;
  }
}
