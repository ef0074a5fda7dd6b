import { Injectable } from '@nestjs/common';
import type { ClinicTransaction } from '../database/transaction.js';
import { baselinesFromSums, type Baselines, type BaselineSums } from '../domain/course/judgement/reliable-change.js';
import { baselinesOfQuarters, changesOf } from './course-change.repository.js';
import { KeptQuarters, type Changes } from './kept-quarters.js';

const MOST_QUARTERS = 10_000;
const NOTHING: BaselineSums = { n: 0, sum: 0, sumOfSquares: 0 };

/** By how much the baselines of a clinic spread: of quarters in which no course has changed since, from memory. */
@Injectable()
export class ClinicBaselinesService {
  private readonly kept = new KeptQuarters<BaselineSums>(MOST_QUARTERS, () => 1);

  /**
   * The baselines of all induction courses of the clinic.
   * @param transaction One that has written no course: what is rolled back later must not be kept.
   * @param changes How often its quarters changed, where that is read already.
   */
  async read(transaction: ClinicTransaction, changes?: Changes): Promise<Baselines> {
    const { clinicId } = transaction;
    const now = changes ?? new Map((await changesOf(transaction)).map((row) => [row.quarter, row.changes]));
    const { kept, toRead } = this.kept.plan(clinicId, now, { from: null, to: null });
    const read = await Promise.all(toRead.map((days) => baselinesOfQuarters(transaction, days)));
    const found = new Map(read.flat().map(({ quarter, ...sums }) => [quarter, sums]));
    this.kept.keep(clinicId, now, toRead, found, NOTHING);
    const all = [...kept.values(), ...found.values()].reduce(
      (one, other) => ({
        n: one.n + other.n,
        sum: one.sum + other.sum,
        sumOfSquares: one.sumOfSquares + other.sumOfSquares,
      }),
      NOTHING,
    );
    return baselinesFromSums(all);
  }
}
