import { Injectable } from '@nestjs/common';
import { recordEvent } from '../../audit/audit-event.repository.js';
import { TransactionService } from '../../database/transaction.service.js';
import { notFound, Problem } from '../../http/problem.js';
import { AccessGrantRepository } from '../people/access-grant.repository.js';
import { StaffRepository } from '../people/staff.repository.js';
import { PasskeyRepository } from '../passkeys/passkey.repository.js';
import type { Actor } from '../sessions/actor.js';
import { SessionRepository } from '../sessions/session.repository.js';
import { SecondFactorRepository } from './second-factor.repository.js';

/** What a director does for a person who lost the devices and the recovery codes. */
@Injectable()
export class FactorResetService {
  constructor(
    private readonly transactions: TransactionService,
    private readonly staff: StaffRepository,
    private readonly sessions: SessionRepository,
    private readonly factors: SecondFactorRepository,
    private readonly passkeys: PasskeyRepository,
    private readonly grants: AccessGrantRepository,
  ) {}

  /**
   * The person signs in with the password alone again; who did it is kept and told, as with a link for a new password.
   * @throws Problem 404 for nobody's id, 409 for the own one and where the person has no second factor.
   */
  async reset(actor: Actor, id: string): Promise<void> {
    const { clinicId, staffId: madeBy, at, requestId } = actor;
    if (id === madeBy) throw new Problem('conflict', 'Remove your own second factor under Account.');
    await this.transactions.run(clinicId, async (transaction) => {
      const staff = await this.staff.findLocked(transaction, id);
      if (!staff) throw notFound('person');
      const hadApp = await this.factors.delete(transaction, id);
      if (!(await this.passkeys.deleteOf(transaction, id)) && !hadApp) {
        throw new Problem('conflict', 'This person has no second factor. Nothing was changed.');
      }
      await this.sessions.deleteOf(transaction, id);
      const grant = { staff, kind: 'second-factor-reset', madeBy, madeAt: at, takenUpAt: at, requestId } as const;
      await this.grants.insert(transaction, grant);
      await recordEvent(transaction, actor, 'second-factor.reset', { subjectId: id });
    });
  }
}
