import { Injectable } from '@nestjs/common';
import { recordEvent } from '../audit/audit-event.repository.js';
import { Clock } from '../clock.js';
import { TransactionService } from '../database/transaction.service.js';
import type { AuditAction } from '../domain/audit/actions.js';
import { newId } from '../http/ids.js';
import { ClinicService } from '../staff/clinic/clinic.service.js';
import { COMMAND_LINE } from '../staff/sessions/actor.js';

type BackupAction = Extract<AuditAction, `backup.${string}`>;

/** Has each clinic know what was done with a copy of its records: a backup holds all of them. */
@Injectable()
export class BackupEventService {
  constructor(
    private readonly transactions: TransactionService,
    private readonly clinics: ClinicService,
    private readonly clock: Clock,
  ) {}

  /** @param only Ids of the clinics whose records it is about; null for all. */
  async record(action: BackupAction, detail: string, only: readonly string[] | null = null): Promise<void> {
    const requestId = `backup-${newId()}`;
    const by = { staffId: COMMAND_LINE, at: this.clock.now(), address: null, requestId };
    for (const { id } of await this.clinics.list()) {
      if (only !== null && !only.includes(id)) continue;
      await this.transactions.run(id, (transaction) => recordEvent(transaction, by, action, { detail }));
    }
  }
}
