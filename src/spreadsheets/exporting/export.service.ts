import { once } from 'node:events';
import { Readable, type Writable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { TransactionService } from '../../database/transaction.service.js';
import { compareSlots } from '../../domain/course/record/slots.js';
import type { Actor } from '../../staff/sessions/actor.js';
import { csvLines } from '../../http/csv-lines.js';
import { courseCells, courseFields, courseHeaders, scoreCells, SCORE_HEADERS } from './export-rows.js';
import { ExportLogService } from './export-log.service.js';
import { ExportRepository, type ExportedCourse, type ExportedEntry } from './export.repository.js';

const BATCH = 500;
const BYTE_ORDER_MARK = '\uFEFF';

/** A few hundred courses with their entries, by slot. */
type ExportedBatch = { course: ExportedCourse; entries: ExportedEntry[] }[];

/** Writes a clinic's courses and scores as spreadsheets, batch by batch, so that memory stays flat. */
@Injectable()
export class ExportService {
  constructor(
    private readonly transactions: TransactionService,
    private readonly exports: ExportRepository,
    private readonly log: ExportLogService,
  ) {}

  /** One row a course, with the columns that an import takes. The destination is not ended. */
  async courses(actor: Actor, destination: Writable): Promise<void> {
    await this.log.record(actor, 'courses');
    await writeAll(this.courseLines(actor), destination);
  }

  /** One row for the current entry of each slot. The destination is not ended. */
  async scores(actor: Actor, destination: Writable): Promise<void> {
    await this.log.record(actor, 'scores');
    await writeAll(this.scoreLines(actor), destination);
  }

  /** As `courses`, to be read; the first batch is there already, so that a fault comes before the first byte. */
  async courseFile(actor: Actor, { bom = false } = {}): Promise<Readable> {
    await this.log.record(actor, 'courses');
    return begun(this.courseLines(actor), bom);
  }

  /** As `scores`, to be read. */
  async scoreFile(actor: Actor, { bom = false } = {}): Promise<Readable> {
    await this.log.record(actor, 'scores');
    return begun(this.scoreLines(actor), bom);
  }

  private async *courseLines(actor: Actor): AsyncGenerator<string> {
    const { clinicId } = actor;
    const followUps = await this.transactions.run(clinicId, (transaction) => this.exports.followUps(transaction));
    const fields = courseFields(followUps);
    yield csvLines([courseHeaders(fields)]);
    for await (const batch of this.batches(actor)) {
      yield csvLines(batch.map(({ course, entries }) => courseCells(course, entries, fields)));
    }
  }

  private async *scoreLines(actor: Actor): AsyncGenerator<string> {
    yield csvLines([SCORE_HEADERS]);
    for await (const batch of this.batches(actor)) {
      const rows = batch.flatMap(({ course, entries }) => entries.map((entry) => scoreCells(course, entry)));
      if (rows.length > 0) yield csvLines(rows);
    }
  }

  // A transaction a batch: a slow reader must not hold a connection.
  private async *batches({ clinicId }: Actor): AsyncGenerator<ExportedBatch> {
    let after: ExportedCourse | null = null;
    do {
      const batch: ExportedBatch = await this.batchAfter(clinicId, after);
      if (batch.length > 0) yield batch;
      after = batch.length < BATCH ? null : (batch.at(-1)?.course ?? null);
    } while (after !== null);
  }

  private async batchAfter(clinicId: string, after: ExportedCourse | null): Promise<ExportedBatch> {
    return this.transactions.run(clinicId, async (transaction) => {
      const courses = await this.exports.courses(transaction, after, BATCH);
      const ids = courses.map(({ id }) => id);
      const entries = await this.exports.entries(transaction, ids);
      const own = new Map(ids.map((id): [string, ExportedEntry[]] => [id, []]));
      for (const entry of entries) own.get(entry.courseId)?.push(entry);
      return courses.map((course) => ({
        course,
        entries: (own.get(course.id) ?? []).sort((a, b) => compareSlots(a.slot, b.slot)),
      }));
    });
  }
}

async function writeAll(lines: AsyncIterable<string>, destination: Writable): Promise<void> {
  for await (const text of lines) {
    if (!destination.write(text)) await once(destination, 'drain');
  }
}

async function begun(lines: AsyncGenerator<string>, bom: boolean): Promise<Readable> {
  const header = await lines.next();
  const first = await lines.next();
  const start = [header, first].map(({ value, done }) => (done ? '' : String(value))).join('');
  return Readable.from(
    (async function* () {
      yield (bom ? BYTE_ORDER_MARK : '') + start;
      yield* lines;
    })(),
    { objectMode: false },
  );
}
