import { Injectable } from '@nestjs/common';
import { FirstEntriesRepository, SlotTaken } from '../../assessments/entries/first-entries.repository.js';
import { CourseNumberTaken, CourseRepository } from '../../courses/course.repository.js';
import type { ClinicTransaction } from '../../database/transaction.js';
import { Problem } from '../../http/problem.js';
import { ChartNumberTaken, PatientRepository } from '../../patients/patient.repository.js';
import type { Actor } from '../../staff/sessions/actor.js';
import type { CourseRow } from '../reading/course-row.js';
import { inBatches } from './table-rows.js';
import { BATCH, headerRowOf } from './import-check.service.js';
import type { CheckedFile } from './row-check.js';
import { addCourse, type Batch, type Writing } from './import-batch.js';
import { completedPatient, entriesOf, extendedCourse } from './import-rows.js';
import type { ImportHow, ImportSettings, OpenSheet } from './import-settings.js';
import type { RecordedPatient } from '../judging/recorded-course.js';
import { RecordedLookupService } from './recorded-lookup.service.js';
import { matchingCourse, missingDetails, withKnownClinician } from '../judging/row-judgement.js';
import { planRow } from '../judging/row-plan.js';
import { rowReader } from '../reading/row-reading.js';

/** The second reading of a file: writes the good rows, in the transaction it is given. */
@Injectable()
export class ImportWriterService {
  constructor(
    private readonly lookup: RecordedLookupService,
    private readonly patients: PatientRepository,
    private readonly courses: CourseRepository,
    private readonly firstEntries: FirstEntriesRepository,
  ) {}

  /** @throws Problem 409 where somebody recorded, since the check, what the file would add. */
  async write(
    transaction: ClinicTransaction,
    actor: Actor,
    { handle, bytes, facts, dateFormat }: OpenSheet,
    checked: CheckedFile,
    settings: ImportSettings,
    { onProgress, signal }: ImportHow,
  ): Promise<void> {
    const staffIds = new Map([...checked.clinicians].map(([id, email]) => [email, id]));
    const writing = { ...checked, transaction, actor, settings, staffIds };
    const read = rowReader(checked.layout, dateFormat, facts.dayCount);
    let rowsRead = 0;
    for await (const batch of inBatches(handle, headerRowOf(facts), BATCH)) {
      signal?.throwIfAborted();
      const wanted = batch.filter(({ line }) => isWanted(checked, line.row));
      const courses = wanted.flatMap(({ line }) => read(line).course ?? []);
      if (courses.length > 0) await this.writeBatch(writing, courses).catch(explainTaken);
      rowsRead += batch.length;
      const bytesRead = batch.at(-1)?.bytesRead ?? bytes;
      onProgress?.({ phase: 'writing', rowsRead, bytesRead, bytesTotal: bytes });
    }
  }

  private async writeBatch(writing: Writing, read: readonly CourseRow[]): Promise<void> {
    const { transaction, actor, clinicians, decisions, staffIds } = writing;
    const known = new Set(staffIds.keys());
    const rows = read.map((row) => withKnownClinician(row, known));
    const charts = rows.map(({ chartNumber }) => chartNumber);
    const recorded = await this.lookup.find(transaction, charts, clinicians, {
      locked: rows.some(({ row }) => decisions.of(row) === 'extended'),
    });
    const added: Batch = { patients: [], courses: [], entries: [] };
    const ids = new Map([...recorded].map(([chart, { patient }]) => [chart, patient.id]));
    for (const row of rows) {
      const before = recorded.get(row.chartNumber) ?? null;
      if (before) await this.completePatient(writing, row, before);
      if (decisions.of(row.row) === 'new') addCourse(writing, row, ids, added);
      else await this.extendCourse(writing, row, before, added);
    }
    if (added.patients.length > 0) await this.patients.insertMany(transaction, added.patients);
    if (added.courses.length > 0) await this.courses.insertMany(transaction, added.courses);
    if (added.entries.length > 0) {
      await this.firstEntries.add(transaction, recording(actor), added.entries);
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

function isWanted({ decisions }: CheckedFile, row: number): boolean {
  return ['new', 'extended'].includes(decisions.of(row) ?? '');
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
