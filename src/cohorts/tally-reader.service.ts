import { Injectable } from '@nestjs/common';
import { ClinicBaselinesService } from '../courses/clinic-baselines.service.js';
import { changesOf, joinRows } from '../courses/course-change.repository.js';
import { KeptQuarters, type Changes, type Plan } from '../courses/kept-quarters.js';
import type { ClinicTransaction } from '../database/transaction.js';
import { TransactionService } from '../database/transaction.service.js';
import { NO_SUMS, type Sums } from '../domain/cohort/tally/sums.js';
import { mergedTally, type Tally } from '../domain/cohort/tally/tally.js';
import type { Baselines } from '../domain/course/judgement/reliable-change.js';
import type { AppliedFilter } from './cohort.dto.js';
import { CohortRepository, type PackedCourses } from './cohort.repository.js';
import { tallyOfPacked } from './packed-courses.js';

/** Cells of tallies that are kept, of ten bytes each. */
const MOST_CELLS = 2_000_000;

interface Read {
  filter: AppliedFilter;
  plan: Plan<Sums>;
  packed: PackedCourses[];
}

/** What was read of one clinic at one moment, not added up yet. */
export interface ReadCohorts {
  clinicId: string;
  question: (filter: AppliedFilter) => string;
  changes: Changes;
  /** Quarters of which too many rows say how often they changed. */
  crowded: string[];
  cohorts: Read[];
  baselines: Baselines;
}

/** Reads what cohorts add up to: of quarters in which no course has changed since, from memory. */
@Injectable()
export class TallyReaderService {
  private readonly sums = new KeptQuarters<Sums>(MOST_CELLS, ({ places, days }) => places.length + days.size);

  constructor(
    private readonly transactions: TransactionService,
    private readonly repository: CohortRepository,
    private readonly baselines: ClinicBaselinesService,
  ) {}

  /** Goes up with every change of a course of the clinic and of its entries. */
  async changes(transaction: ClinicTransaction): Promise<string> {
    const rows = await changesOf(transaction);
    return String(rows.reduce((total, { changes }) => total + BigInt(changes), 0n));
  }

  /** Reads what is not kept. It holds a connection, so nothing is added up here. */
  async read(transaction: ClinicTransaction, filters: readonly AppliedFilter[], today: string): Promise<ReadCohorts> {
    const { clinicId } = transaction;
    const rows = await changesOf(transaction);
    const crowded = rows.filter((row) => row.crowded).map(({ quarter }) => quarter);
    const changes = new Map(rows.map((row) => [row.quarter, row.changes]));
    const question = (filter: AppliedFilter) => JSON.stringify([clinicId, today, { ...filter, from: null, to: null }]);
    const cohorts: Read[] = [];
    for (const filter of filters) {
      const plan = this.sums.plan(question(filter), changes, filter);
      const read = plan.toRead.map((days) => this.repository.packed(transaction, { ...filter, ...days }, today));
      cohorts.push({ filter, plan, packed: (await Promise.all(read)).flat() });
    }
    return {
      clinicId,
      question,
      changes,
      crowded,
      cohorts,
      baselines: await this.baselines.read(transaction, changes),
    };
  }

  /** Names what the tally of a filter depends on: the clinic, its day, the filter, and what had changed by then. */
  nameOf({ question, changes }: ReadCohorts, filter: AppliedFilter): string {
    const { from, to } = filter;
    return `${question(filter)} ${JSON.stringify({ from, to, changes: [...changes] })}`;
  }

  /** The tally of each filter, in their order; others have their turn in between. */
  async tallies({ clinicId, cohorts, changes, crowded, question }: ReadCohorts): Promise<Tally[]> {
    const tallies: Tally[] = [];
    if (crowded.length > 0) await this.transactions.run(clinicId, (writing) => joinRows(writing, crowded));
    for (const { filter, plan, packed } of cohorts) {
      const found = await tallyOfPacked(packed);
      this.sums.keep(question(filter), changes, plan.toRead, found, NO_SUMS);
      tallies.push(mergedTally([plan.kept, found]));
    }
    return tallies;
  }
}
