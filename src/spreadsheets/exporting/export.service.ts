import { once } from 'node:events';
import { Readable, type Writable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { ReportTransactionService } from '../../database/report-transaction.service.js';
import { TransactionService } from '../../database/transaction.service.js';
import { compareSlots } from '../../domain/course/record/slots.js';
import { Problem } from '../../http/problem.js';
import { isSignedOut } from '../../staff/people/signed-out.repository.js';
import type { Actor } from '../../staff/sessions/actor.js';
import { ClinicCalendarService } from '../../staff/clinic/clinic-calendar.service.js';
import { csvBeginning, type CsvQuery } from '../../http/csv.dto.js';
import { csvLines, type TableCell } from '../../http/csv-lines.js';
import { workbookChunks } from '../../drawing/workbook-chunks.js';
import { courseCells, courseFields, courseHeaders, scoreRows, SCORE_HEADERS } from './export-rows.js';
import { ExportLogService } from './export-log.service.js';
import type { ExportKind } from './spreadsheet-export.entity.js';
import { ExportRepository, type ExportedCourse, type ExportedEntry } from './export.repository.js';

/**
 * Patients whose courses are read together: so few that no other request waits for their rows for 20 ms, neither while they are
 * read nor while memory is cleared.
 */
const PATIENTS_TOGETHER = 100;

/** Lines of CSV that are written at once; then other requests have their turn. */
const LINES_TOGETHER = 100;

/** Some courses with their entries, by slot. */
type ExportedBatch = { course: ExportedCourse; entries: ExportedEntry[] }[];

/** A batch, and the chart number behind which the next begins; none after the last. */
interface PatientsBatch {
  batch: ExportedBatch;
  last: string | undefined;
}

export type ExportFormat = 'csv' | 'xlsx';
type Rows = TableCell[][];

/** Writes a clinic's courses and scores as spreadsheets, batch by batch, so that memory stays flat. */
@Injectable()
export class ExportService {
  constructor(
    private readonly transactions: TransactionService,
    private readonly reports: ReportTransactionService,
    private readonly exports: ExportRepository,
    private readonly log: ExportLogService,
    private readonly calendar: ClinicCalendarService,
  ) {}

  /** Writes an export. The destination is not ended. */
  async write(actor: Actor, kind: ExportKind, format: ExportFormat, destination: Writable): Promise<void> {
    await this.log.record(actor, kind);
    for await (const chunk of FORMATS[format](this.rowsOf(actor, kind), kind)) {
      if (!destination.write(chunk)) await once(destination, 'drain');
    }
  }

  /** An export, to be read; the first batch is there already, so that a fault comes before the first byte. */
  async file(actor: Actor, kind: ExportKind, format: ExportFormat, how: CsvQuery = {}): Promise<Readable> {
    await this.log.record(actor, kind);
    const rows = await begun(this.rowsOf(actor, kind));
    return Readable.from(bytesOf(FORMATS[format](rows, kind), csvBeginning(how)), { objectMode: false });
  }

  /** The names of the columns, then the rows, in batches. */
  private rowsOf(actor: Actor, kind: ExportKind): AsyncGenerator<Rows> {
    return kind === 'courses' ? this.courses(actor) : this.scores(actor);
  }

  /** One row a course, with the columns that an import takes. */
  private async *courses(actor: Actor): AsyncGenerator<Rows> {
    const { clinicId } = actor;
    const { answer: followUps } = await this.reports.run(clinicId, (open) => this.exports.followUps(open));
    const fields = courseFields(followUps);
    yield [courseHeaders(fields)];
    for await (const batch of this.batches(actor)) {
      yield batch.map(({ course, entries }) => courseCells(course, entries, fields));
    }
  }

  /** One row for the current entry of each slot. */
  private async *scores(actor: Actor): AsyncGenerator<Rows> {
    const today = await this.transactions.run(actor.clinicId, (transaction) => this.calendar.today(transaction, actor));
    yield [[...SCORE_HEADERS]];
    for await (const batch of this.batches(actor)) {
      const rows = batch.flatMap(({ course, entries }) => scoreRows(course, entries, today));
      if (rows.length > 0) yield rows;
    }
  }

  // A transaction a batch: a slow reader must not hold a connection.
  private async *batches(actor: Actor): AsyncGenerator<ExportedBatch> {
    let after: string | undefined = '';
    while (after !== undefined) {
      const { batch, last }: PatientsBatch = await this.batchAfter(actor, after);
      if (batch.length > 0) yield batch;
      after = last;
    }
  }

  private async batchAfter(actor: Actor, after: string): Promise<PatientsBatch> {
    // Who may read is asked of the primary: a replica may not know it yet.
    const isGone = await this.transactions.run(actor.clinicId, (transaction) => isSignedOut(transaction, actor));
    if (isGone) throw new Problem('not-signed-in', SIGNED_OUT);
    const { answer } = await this.reports.run(actor.clinicId, async (transaction) => {
      const patients = await this.exports.patients(transaction, after, PATIENTS_TOGETHER);
      const courses = patients.length === 0 ? [] : await this.exports.courses(transaction, patients);
      const ids = courses.map(({ id }) => id);
      const entries = ids.length === 0 ? [] : await this.exports.entries(transaction, ids);
      const own = new Map(ids.map((id): [string, ExportedEntry[]] => [id, []]));
      for (const entry of entries) own.get(entry.courseId)?.push(entry);
      const entriesOf = ({ id }: ExportedCourse) => (own.get(id) ?? []).sort((a, b) => compareSlots(a.slot, b.slot));
      const batch = courses.map((course) => ({ course, entries: entriesOf(course) }));
      return { batch, last: patients.length < PATIENTS_TOGETHER ? undefined : patients.at(-1)?.chartNumber };
    });
    return answer;
  }
}

const SIGNED_OUT = 'You were signed out while the export was being read. It is not whole.';

const FORMATS: Record<
  ExportFormat,
  (rows: AsyncIterable<Rows>, kind: ExportKind) => AsyncIterable<string | Uint8Array>
> = {
  csv: async function* (batches) {
    for await (const rows of batches) {
      for (let at = 0; at < rows.length; at += LINES_TOGETHER) {
        yield csvLines(rows.slice(at, at + LINES_TOGETHER));
        await setImmediate();
      }
    }
  },
  xlsx: (batches, kind) => workbookChunks(kind, batches),
};

async function begun(batches: AsyncGenerator<Rows>): Promise<AsyncGenerator<Rows>> {
  const first = [await batches.next(), await batches.next()];
  return (async function* () {
    for (const { value, done } of first) if (!done) yield value;
    yield* batches;
  })();
}

async function* bytesOf(
  chunks: AsyncIterable<string | Uint8Array>,
  beginning: string,
): AsyncGenerator<string | Uint8Array> {
  if (beginning !== '') yield beginning;
  yield* chunks;
}
