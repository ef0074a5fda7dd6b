import { Injectable } from '@nestjs/common';
import type { ClinicTransaction } from '../../database/transaction.js';
import { Problem } from '../../http/problem.js';
import type { Actor } from '../../staff/sessions/actor.js';
import type { Clinic } from '../../staff/clinic/clinic.entity.js';
import { StaffRepository } from '../../staff/people/staff.repository.js';
import { approverOf } from './approval-rules.js';
import type { Publication } from '../publication.entity.js';

/** A draft, and the clinic whose rules it is approved by. */
export interface ClinicDraft {
  clinic: Clinic;
  draft: Publication;
}

/** Who may approve in a clinic. */
@Injectable()
export class Approvers {
  constructor(private readonly staff: StaffRepository) {}

  /** The clinic, for one approval at a time: the second is held against what the first has published. */
  async lockedClinic(transaction: ClinicTransaction): Promise<Clinic | null> {
    return this.staff.findClinicLocked(transaction);
  }

  /**
   * May this person approve it? The directors are kept as they are until the transaction ends.
   * @returns Whether it is the author who approves.
   * @throws Problem 409 for who may not.
   */
  async check(transaction: ClinicTransaction, actor: Actor, { clinic, draft }: ClinicDraft): Promise<boolean> {
    const { length: activeDirectors } = await this.staff.lockActiveDirectors(transaction);
    const { selfApproval } = clinic;
    const approver = approverOf(actor, draft, { selfApproval, activeDirectors });
    if (approver.why !== null) throw new Problem('conflict', approver.why);
    return approver.selfApproved;
  }
}
