import { Injectable } from '@nestjs/common';
import { recordEvent } from '../../audit/audit-event.repository.js';
import type { ClinicTransaction } from '../../database/transaction.js';
import { TransactionService } from '../../database/transaction.service.js';
import type { AuditAction } from '../../domain/audit/actions.js';
import { notFound, Problem } from '../../http/problem.js';
import type { Actor } from '../sessions/actor.js';
import { SessionRepository } from '../sessions/session.repository.js';
import type { GrantKind } from './access-grant.entity.js';
import { AccessGrantRepository } from './access-grant.repository.js';
import { StaffRepository } from './staff.repository.js';

interface Reset {
  kind: GrantKind;
  action: AuditAction;
  /** Why nobody does it to themselves here, and what is said where there is nothing to remove. */
  own: string;
  none: string;
}

/** What a director takes from a person's ways to sign in: all their sessions end, and who did it is kept and told. */
@Injectable()
export class PersonResetService {
  constructor(
    private readonly transactions: TransactionService,
    private readonly staff: StaffRepository,
    private readonly sessions: SessionRepository,
    private readonly grants: AccessGrantRepository,
  ) {}

  /**
   * @param remove Whether there was something.
   * @throws Problem 404 for nobody's id, 409 for the own one and where there was nothing.
   */
  async reset(
    actor: Actor,
    id: string,
    { kind, action, own, none }: Reset,
    remove: (transaction: ClinicTransaction) => Promise<boolean>,
  ): Promise<void> {
    const { clinicId, staffId: madeBy, at, requestId } = actor;
    if (id === madeBy) throw new Problem('conflict', own);
    await this.transactions.run(clinicId, async (transaction) => {
      const staff = await this.staff.findLocked(transaction, id);
      if (!staff) throw notFound('person');
      if (!(await remove(transaction))) throw new Problem('conflict', none);
      await this.sessions.deleteOf(transaction, id);
      await this.grants.insert(transaction, { staff, kind, madeBy, madeAt: at, takenUpAt: at, requestId });
      await recordEvent(transaction, actor, action, { subjectId: id });
    });
  }
}
