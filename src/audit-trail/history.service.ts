import { Injectable } from '@nestjs/common';
import type { ClinicTransaction } from '../database/transaction.js';
import { TransactionService } from '../database/transaction.service.js';
import type { PageQuery } from '../http/page.dto.js';
import { pageOf, type Page } from '../http/page.js';
import { notFound } from '../http/problem.js';
import type { Actor } from '../staff/sessions/actor.js';
import { toHistoryEntry, type HistoryEntryResponse } from './history.dto.js';
import { HistoryRepository, type WithHistory } from './history.repository.js';
import { positionIn } from './position.js';

const CALLED = { patient: 'patient', course: 'course', staff: 'person' } as const;

/** What a record said before, and who changed it. */
@Injectable()
export class HistoryService {
  constructor(
    private readonly transactions: TransactionService,
    private readonly history: HistoryRepository,
  ) {}

  /** Of a patient, a course or a person. @throws Problem 404 where the clinic has none of this id. */
  async of(
    { clinicId }: Actor,
    what: Exclude<WithHistory, 'clinic'>,
    id: string,
    query: PageQuery,
  ): Promise<Page<HistoryEntryResponse>> {
    return this.transactions.run(clinicId, async (transaction) => {
      if (!(await this.history.has(transaction, what, id))) throw notFound(CALLED[what]);
      return this.page(transaction, what, id, query);
    });
  }

  /** Of the settings. */
  async ofClinic({ clinicId }: Actor, query: PageQuery): Promise<Page<HistoryEntryResponse>> {
    return this.transactions.run(clinicId, (transaction) => this.page(transaction, 'clinic', null, query));
  }

  private async page(
    transaction: ClinicTransaction,
    what: WithHistory,
    id: string | null,
    { after, limit }: PageQuery,
  ): Promise<Page<HistoryEntryResponse>> {
    const [rows, names] = await Promise.all([
      this.history.list(transaction, what, id, { before: positionIn(after), limit: limit + 1 }),
      this.history.names(transaction),
    ]);
    return pageOf(
      rows,
      limit,
      ({ position }) => [String(position)],
      (event) => toHistoryEntry(event, names),
    );
  }
}
