import type { FileHandle } from 'node:fs/promises';
import { Injectable } from '@nestjs/common';
import { FirstEntriesRepository, SlotTaken } from '../../assessments/entries/first-entries.repository.js';
import { CourseNumberTaken, CourseRepository } from '../../courses/course.repository.js';
import type { ClinicTransaction } from '../../database/transaction.js';
import { Problem } from '../../http/problem.js';
import { ChartNumberTaken, PatientRepository } from '../../patients/patient.repository.js';
import type { Actor } from '../../staff/sessions/actor.js';
import type { CourseRow } from '../reading/course-row.js';
import type { GoodRow } from './good-rows.js';
import { jsonLines } from './table-rows.js';
import type { CheckedFile } from './row-check.js';
import { addCourse, type Batch, type Writing } from './import-batch.js';
import { completedPatient, entriesOf, extendedCourse } from './import-rows.js';
import type { ImportHow, ImportSettings } from './import-settings.js';
import type { RecordedPatient } from '../judging/recorded-course.js';
import { ImportRepository } from './import.repository.js';
import { RecordedLookupService } from './recorded-lookup.service.js';
import { matchingCourse, missingDetails } from '../judging/row-judgement.js';
import { planRow } from '../judging/row-plan.js';

/** Courses that are written together. */
const BATCH = 500;

/** Writes the rows that were found good, in the transaction it is given. */
@Injectable()
export class ImportWriterService {
  constructor(
    private readonly lookup: RecordedLookupService,
    private readonly patients: PatientRepository,
    private readonly courses: CourseRepository,
    private readonly firstEntries: FirstEntriesRepository,
    private readonly imports: ImportRepository,
  ) {}

  /** @throws Problem 409 where somebody recorded, since the check, what the file would add. */
  async write(
    transaction: ClinicTransaction,
    actor: Actor,
    good: FileHandle,
    checked: CheckedFile,
    settings: ImportSettings,
    { onProgress, signal }: ImportHow,
  ): Promise<void> {
    const staffIds = new Map([...checked.clinicians].map(([id, email]) => [email, id]));
    const writing = { ...checked, transaction, actor, settings, staffIds };
    const { size: bytesTotal } = await good.stat();
    let [rowsRead, planAgainAt] = [0, 0];
    // While the database writes one batch, the next is made ready.
    let written: Promise<void> = Promise.resolve();
    for await (const { values, bytesRead } of jsonLines<GoodRow>(good, BATCH)) {
      signal?.throwIfAborted();
      const added: Batch = { patients: [], courses: [], entries: [] };
      for (const row of values) if (row.decision === 'new') addCourse(writing, row, added);
      await written;
      if (rowsRead >= planAgainAt) {
        await this.imports.planAgain(transaction);
        planAgainAt = 2 * Math.max(rowsRead, BATCH);
      }
      written = this.writeBatch(writing, values, added);
      // It is awaited after the next batch is ready, and must not go unheard until then.
      written.catch(() => undefined);
      rowsRead += values.length;
      onProgress?.({ phase: 'writing', rowsRead, bytesRead, bytesTotal });
    }
    await written;
  }

  private async writeBatch(writing: Writing, rows: readonly GoodRow[], added: Batch): Promise<void> {
    try {
      const changing = rows.filter(({ decision, completes }) => decision === 'extended' || completes);
      if (changing.length > 0) await this.change(writing, changing, added);
      const { transaction, actor } = writing;
      if (added.patients.length > 0) await this.patients.insertMany(transaction, added.patients);
      if (added.courses.length > 0) await this.courses.insertMany(transaction, added.courses);
      if (added.entries.length > 0) await this.firstEntries.add(transaction, recording(actor), added.entries);
    } catch (error) {
      explainTaken(error);
    }
  }

  /** Fills in what is recorded as nothing, by a look at what is recorded now. */
  private async change(writing: Writing, rows: readonly GoodRow[], added: Batch): Promise<void> {
    const charts = [...new Set(rows.map(({ row }) => row.chartNumber))];
    const recorded = await this.lookup.find(writing.transaction, charts, writing.clinicians, { locked: true });
    for (const { row, decision } of rows) {
      const before = recorded.get(row.chartNumber) ?? null;
      if (before) await this.completePatient(writing, row, before);
      if (decision === 'extended') await this.extendCourse(writing, row, before, added);
    }
  }

  private async completePatient(
    { transaction, actor }: Writing,
    { patient: said }: CourseRow,
    recorded: RecordedPatient,
  ): Promise<void> {
    if (!missingDetails(said, recorded.patient)) return;
    const before = await this.patients.findLocked(transaction, recorded.patient.id);
    if (!before) throw changedMeanwhile();
    recorded.patient = completedPatient(actor, before, said);
    await this.patients.update(transaction, recorded.patient);
  }

  private async extendCourse(
    { transaction, actor, today, settings, staffIds, patients }: Writing,
    row: CourseRow,
    recorded: RecordedPatient | null,
    added: Batch,
  ): Promise<void> {
    const match = matchingCourse(row, recorded, patients.sharesStart(row));
    if (match === null || match === 'unclear') throw changedMeanwhile();
    const plan = planRow(row, match, today);
    if (plan.faults.length > 0) throw changedMeanwhile();
    const { fileName } = settings;
    added.entries.push(...entriesOf(match.course.id, plan, plan.unusual, fileName));
    if (plan.stop === null && plan.indication === null && plan.clinician === null) return;
    const clinicianId = staffIds.get(plan.clinician ?? '') ?? null;
    await this.courses.update(transaction, extendedCourse(actor, match.course, plan, clinicianId));
  }
}

function recording({ clinicId, at, staffId, requestId }: Actor) {
  return { clinicId, recordedAt: at, recordedBy: staffId, requestId };
}

function changedMeanwhile(): Problem {
  return new Problem(
    'conflict',
    'Somebody recorded something of these patients while the spreadsheet was imported. Nothing was saved; import it again.',
  );
}

function explainTaken(error: unknown): never {
  const taken = [ChartNumberTaken, CourseNumberTaken, SlotTaken];
  throw taken.some((each) => error instanceof each) ? changedMeanwhile() : error;
}
