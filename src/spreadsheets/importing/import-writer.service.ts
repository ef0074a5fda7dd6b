import { Injectable } from '@nestjs/common';
import { firstEntries, type FirstEntry } from '../../assessments/entries/first-entries.js';
import { FirstEntriesRepository, SlotTaken } from '../../assessments/entries/first-entries.repository.js';
import { CourseNumberTaken, CourseRepository } from '../../courses/course.repository.js';
import type { ClinicTransaction } from '../../database/transaction.js';
import { Problem } from '../../http/problem.js';
import { ChartNumberTaken, PatientRepository } from '../../patients/patient.repository.js';
import type { Actor } from '../../staff/sessions/actor.js';
import type { CourseRow } from '../reading/course-row.js';
import type { ChangingRow, WrittenRows } from './thread/file-judge.js';
import type { CheckedFile } from './import-check.service.js';
import { completedPatient, entriesOf, extendedCourse } from './import-rows.js';
import type { ImportHow, ImportSettings, OpenSheet } from './import-settings.js';
import type { JudgingThread } from './thread/judging-threads.service.js';
import type { RecordedPatient } from '../judging/recorded-course.js';
import { ImportRepository } from './import.repository.js';
import { RecordedLookupService } from './recorded-lookup.service.js';
import { matchingCourse, missingDetails } from '../judging/row-judgement.js';
import { planRow } from '../judging/row-plan.js';

/** What stays the same while a file is written. */
interface Writing extends CheckedFile {
  transaction: ClinicTransaction;
  actor: Actor;
  settings: ImportSettings;
  /** Staff ids by e-mail address. */
  staffIds: ReadonlyMap<string, string>;
}

/** What rows add to recorded courses. */
interface Extensions {
  entries: FirstEntry[];
  courseIds: string[];
}

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

  /**
   * While some rows are written, the thread makes the next ready.
   * @throws Problem 409 where somebody recorded, since the check, what the file would add.
   */
  async write(
    transaction: ClinicTransaction,
    actor: Actor,
    thread: JudgingThread,
    { good }: Pick<OpenSheet, 'good'>,
    checked: CheckedFile,
    settings: ImportSettings,
    { onProgress, signal }: ImportHow,
  ): Promise<void> {
    const staffIds = new Map([...checked.clinicians].map(([id, email]) => [email, id]));
    const writing = { ...checked, transaction, actor, settings, staffIds };
    const bytesTotal = (await good?.stat())?.size ?? 0;
    let [rowsRead, planAgainAt] = [0, 0];
    let batch = await thread.ask('write');
    while (batch) {
      signal?.throwIfAborted();
      if (rowsRead >= planAgainAt) {
        await this.imports.planAgain(transaction);
        planAgainAt = 2 * rowsRead;
      }
      const [following] = await Promise.all([thread.ask('write'), this.writeBatch(writing, batch)]);
      rowsRead += batch.rows;
      onProgress?.({ phase: 'writing', rowsRead, bytesRead: batch.bytesRead, bytesTotal });
      batch = following;
    }
  }

  /** Lets the planner know of many new courses. It comes after the commit, as nothing depends on it. */
  async analyze(transaction: ClinicTransaction): Promise<void> {
    await this.imports.analyze(transaction);
  }

  private async writeBatch(writing: Writing, { added, changing }: WrittenRows): Promise<void> {
    const { transaction, actor } = writing;
    const { patients, courses, entries } = added;
    try {
      if (changing.length > 0) await this.change(writing, changing);
      if (patients) await this.patients.insertMany(transaction, actor, patients);
      if (courses) await this.courses.insertMany(transaction, actor, courses);
      if (entries) await this.firstEntries.add(transaction, recording(actor), entries);
    } catch (error) {
      explainTaken(error);
    }
  }

  /** Fills in what is recorded as nothing, by a look at what is recorded now. */
  private async change(writing: Writing, rows: readonly ChangingRow[]): Promise<void> {
    const charts = [...new Set(rows.map(({ row }) => row.chartNumber))];
    const recorded = await this.lookup.find(writing.transaction, charts, writing.clinicians, { locked: true });
    const added: Extensions = { entries: [], courseIds: [] };
    for (const changing of rows) {
      const before = recorded.get(changing.row.chartNumber) ?? null;
      if (before) await this.completePatient(writing, changing.row, before);
      if (changing.decision === 'extended') await this.extendCourse(writing, changing, before, added);
    }
    const { entries, courseIds } = added;
    if (entries.length === 0) return;
    const { transaction, actor } = writing;
    await this.firstEntries.add(transaction, recording(actor), firstEntries(entries), courseIds);
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
    { transaction, actor, today, settings, staffIds }: Writing,
    { row, sharesStart }: ChangingRow,
    recorded: RecordedPatient | null,
    added: Extensions,
  ): Promise<void> {
    const match = matchingCourse(row, recorded, sharesStart);
    if (match === null || match === 'unclear') throw changedMeanwhile();
    const plan = planRow(row, match, today);
    if (plan.faults.length > 0) throw changedMeanwhile();
    const { fileName } = settings;
    added.entries.push(...entriesOf(match.course.id, plan, plan.unusual, fileName));
    added.courseIds.push(match.course.id);
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
