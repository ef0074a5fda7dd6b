import { Injectable } from '@nestjs/common';
import { recordEvent } from '../../audit/audit-event.repository.js';
import { TransactionService } from '../../database/transaction.service.js';
import { notFound, Problem } from '../../http/problem.js';
import { AccessGrantRepository } from '../people/access-grant.repository.js';
import { StaffRepository } from '../people/staff.repository.js';
import type { Actor } from '../sessions/actor.js';
import { SessionRepository } from '../sessions/session.repository.js';
import { SsoRepository } from './sso.repository.js';

/** What a director does where the account of a person at the identity provider was mixed up. */
@Injectable()
export class SsoRemovalService {
  constructor(
    private readonly transactions: TransactionService,
    private readonly staff: StaffRepository,
    private readonly sessions: SessionRepository,
    private readonly sso: SsoRepository,
    private readonly grants: AccessGrantRepository,
  ) {}

  /**
   * Nobody signs in by it any more, also where it was the only way: a stranger is not left in until another one is found. All
   * sessions of the person end, as a passkey may have been added in one of a stranger. Who did it is kept and told.
   * @throws Problem 404 for nobody's id, 409 for the own one and where there is no link.
   */
  async remove(actor: Actor, id: string): Promise<void> {
    const { clinicId, staffId: madeBy, at, requestId } = actor;
    if (id === madeBy) throw new Problem('conflict', 'Remove your own link under Account.');
    await this.transactions.run(clinicId, async (transaction) => {
      const staff = await this.staff.findLocked(transaction, id);
      if (!staff) throw notFound('person');
      if (!(await this.sso.deleteOf(transaction, id))) {
        throw new Problem('conflict', 'This person has linked no account there. Nothing was changed.');
      }
      await this.sessions.deleteOf(transaction, id);
      const grant = { staff, kind: 'sso-removal', madeBy, madeAt: at, takenUpAt: at, requestId } as const;
      await this.grants.insert(transaction, grant);
      await recordEvent(transaction, actor, 'sso.removed', { subjectId: id });
    });
  }
}
