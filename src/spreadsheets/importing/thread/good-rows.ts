import { writeSync } from 'node:fs';
import type { SlotName } from '../../../domain/course/record/slots.js';
import type { CourseRow } from '../../reading/course-row.js';
import type { Judgement } from '../../judging/row-judgement.js';

/** A row that adds something, as it was judged. */
export interface GoodRow {
  decision: 'new' | 'extended';
  row: CourseRow;
  /** Slots whose score has a warning against it. */
  unusual: SlotName[];
  /** Whether it says something of a patient of the clinic that is recorded as nothing. */
  completes: boolean;
}

/** Keeps what the check found good on disk, so that the writing has nothing to read or judge again. */
export class GoodRows {
  private lines: string[] = [];

  /** @param fd An empty file; null where nothing is to be written. */
  constructor(private readonly fd: number | null) {}

  add({ decision, row, plan }: Judgement, completes: boolean): void {
    if (this.fd === null || decision === 'unchanged' || decision === 'failed') return;
    const good: GoodRow = { decision, row, unusual: [...plan.unusual], completes };
    this.lines.push(JSON.stringify(good));
  }

  flush(): void {
    if (this.fd === null || this.lines.length === 0) return;
    const bytes = Buffer.from(`${this.lines.join('\n')}\n`);
    this.lines = [];
    for (let from = 0; from < bytes.length;) from += writeSync(this.fd, bytes, from);
  }
}
