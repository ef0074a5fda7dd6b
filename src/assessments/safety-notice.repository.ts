import { Injectable } from '@nestjs/common';
import type { Transaction } from '../database/tenant-transaction.js';
import type { SlotName } from '../domain/course/slots.js';
import { SafetyNotice } from './safety-notice.entity.js';

@Injectable()
export class SafetyNoticeRepository {
  async insert(transaction: Transaction, notice: SafetyNotice): Promise<void> {
    await transaction.insert(SafetyNotice, notice);
  }

  /** The notice that was opened last at a slot, with the answers it speaks of. */
  async findLatest(
    transaction: Transaction,
    clinicId: string,
    courseId: string,
    slot: SlotName,
  ): Promise<SafetyNotice | null> {
    return transaction.findOne(SafetyNotice, {
      where: { clinicId, courseId, slot },
      relations: { recorded: true },
      order: { version: 'DESC' },
    });
  }

  /** The notice with the answers it speaks of, kept from changing until the transaction ends. */
  async findLocked(
    transaction: Transaction,
    clinicId: string,
    id: string,
  ): Promise<SafetyNotice | null> {
    return transaction.findOne(SafetyNotice, {
      where: { clinicId, id },
      relations: { recorded: true },
      lock: { mode: 'pessimistic_write', tables: ['safety_notice'] },
    });
  }

  /** Notices nobody has acknowledged, with their answers, oldest first, those after a place in the list. */
  async listOpen(
    transaction: Transaction,
    clinicId: string,
    after: { at: string; id: string } | null,
    limit: number,
  ): Promise<SafetyNotice[]> {
    const query = transaction
      .createQueryBuilder(SafetyNotice, 'notice')
      .innerJoinAndSelect('notice.recorded', 'recorded')
      .where('notice.clinicId = :clinicId', { clinicId })
      .andWhere('notice.acknowledgedAt IS NULL')
      .orderBy('notice.openedAt', 'ASC')
      .addOrderBy('notice.id', 'ASC')
      .limit(limit);
    if (after) query.andWhere('(notice.openedAt, notice.id) > (:at, :id)', after);
    return query.getMany();
  }

  async acknowledge(
    transaction: Transaction,
    { clinicId, id, acknowledgedAt, acknowledgedBy, actionTaken, requestId }: SafetyNotice,
  ): Promise<void> {
    await transaction.update(
      SafetyNotice,
      { clinicId, id },
      { acknowledgedAt, acknowledgedBy, actionTaken, requestId },
    );
  }
}
