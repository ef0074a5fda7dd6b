import { Injectable } from '@nestjs/common';
import { fieldChanges } from '../../audit/field-changes.js';
import { recordEvent } from '../../audit/audit-event.repository.js';
import type { ClinicTransaction } from '../../database/transaction.js';
import { TransactionService } from '../../database/transaction.service.js';
import { IdempotencyService } from '../../idempotency/idempotency.service.js';
import { notFound, Problem } from '../../http/problem.js';
import { staleVersion } from '../../http/version.js';
import type { Actor } from '../sessions/actor.js';
import { OneTimeLinkService } from '../links/one-time-link.service.js';
import { SessionRepository } from '../sessions/session.repository.js';
import { changeDetail, toListedStaffResponse, toStaffResponse } from './staff.dto.js';
import type { InviteRequest, LinkResponse, StaffChangeRequest, StaffListResponse, StaffResponse } from './staff.dto.js';
import type { Staff } from './staff.entity.js';
import { changedStaff, invitedStaff } from './staff-rows.js';
import { listSecondFactors, listSsoLinks } from './sign-in-ways.repository.js';
import { AccessGrantRepository } from './access-grant.repository.js';
import { StaffRepository } from './staff.repository.js';
import { explainTaken, taken } from './taken-address.js';

/** The people of a clinic, as its directors manage them. */
@Injectable()
export class StaffService {
  constructor(
    private readonly transactions: TransactionService,
    private readonly staff: StaffRepository,
    private readonly sessions: SessionRepository,
    private readonly links: OneTimeLinkService,
    private readonly idempotency: IdempotencyService,
    private readonly grants: AccessGrantRepository,
  ) {}

  async list({ clinicId }: Actor): Promise<StaffListResponse> {
    return this.transactions.run(clinicId, async (transaction) => {
      const invited = await this.links.invited(transaction);
      const granted = await this.grants.latest(transaction);
      const secondFactors = await listSecondFactors(transaction);
      const ssoLinks = await listSsoLinks(transaction);
      const rows = await this.staff.list(transaction);
      return { items: rows.map((row) => toListedStaffResponse(row, { invited, granted, secondFactors, ssoLinks })) };
    });
  }

  /**
   * Makes an account that becomes active when its link is used. A retry with the same key makes no second account but a
   * new link: secrets are not kept, so the one whose answer was lost can't be shown again.
   * @throws Problem 409 where the e-mail address has an account.
   */
  async invite(actor: Actor, request: InviteRequest, key?: string): Promise<LinkResponse> {
    const { clinicId, staffId, at } = actor;
    const { name, email, role } = request;
    const content = ['staff', name, email, role];
    return this.transactions.run(clinicId, async (transaction) => {
      const once = { clinicId, staffId, at, key, content };
      const { id } = await this.idempotency.once(transaction, once, async () => {
        const person = invitedStaff(actor, request);
        await this.staff.insert(transaction, person).catch(explainTaken);
        return { id: person.id };
      });
      const person = await this.staff.findLocked(transaction, id);
      if (person?.status !== 'invited') throw taken();
      const link = await this.links.make(transaction, 'invitation', person, actor);
      await recordEvent(transaction, actor, 'staff.invited', { subjectId: id, detail: person.role });
      return { staff: toStaffResponse(person), ...link };
    });
  }

  /**
   * Changes name, role or status. Another role or a deactivation ends the person's sessions at once, and the links that the
   * person handed out.
   * @throws Problem 404, 412, or 409 where it would leave the clinic without an active director.
   */
  async change(actor: Actor, id: string, version: number, change: StaffChangeRequest): Promise<StaffResponse> {
    const { clinicId } = actor;
    return this.transactions.run(clinicId, async (transaction) => {
      const directors = await this.staff.lockActiveDirectors(transaction);
      const before = await this.staff.findLocked(transaction, id);
      if (!before) throw notFound('person');
      if (before.version !== version) throw staleVersion(toStaffResponse(before));
      const after = changedStaff(before, change, actor);
      const directing = after.role === 'director' && after.status === 'active';
      if (directors.includes(id) && directors.length === 1 && !directing) throw lastDirector();
      if (!directing && (await this.isBreakGlass(transaction, id))) throw breakGlass();
      await this.staff.update(transaction, after);
      await this.endAccess(transaction, before, after);
      await this.noteGrant(transaction, before, after);
      const changes = fieldChanges(before, after, ['name', 'role', 'status']);
      await recordEvent(transaction, actor, 'staff.changed', { subjectId: id, detail: changeDetail(change), changes });
      return toStaffResponse(after);
    });
  }

  /** Makes a link with which the person chooses a new password; links made before are no longer valid. */
  async makeLink(actor: Actor, id: string): Promise<LinkResponse> {
    const { clinicId } = actor;
    return this.transactions.run(clinicId, async (transaction) => {
      const person = await this.staff.findLocked(transaction, id);
      if (!person) throw notFound('person');
      if (person.status === 'deactivated') {
        throw new Problem('conflict', 'This account is deactivated. Activate it first.');
      }
      const purpose = person.status === 'invited' ? 'invitation' : 'password-reset';
      const link = await this.links.make(transaction, purpose, person, actor);
      await recordEvent(transaction, actor, 'staff.link-made', { subjectId: id, detail: purpose });
      return { staff: toStaffResponse(person), ...link };
    });
  }

  /** Read after all directors were locked, as whoever names another one locks them too. */
  private async isBreakGlass(transaction: ClinicTransaction, id: string): Promise<boolean> {
    return (await this.staff.findClinic(transaction))?.breakGlassDirectorId === id;
  }

  private async noteGrant(transaction: ClinicTransaction, before: Staff, after: Staff): Promise<void> {
    const activated = before.status === 'deactivated' && after.status !== 'deactivated';
    if (!activated && before.role === after.role) return;
    const { changedAt: at, changedBy: madeBy, requestId } = after;
    const kind = activated ? 'activation' : 'role';
    await this.grants.insert(transaction, { staff: after, kind, madeBy, madeAt: at, takenUpAt: at, requestId });
  }

  private async endAccess(transaction: ClinicTransaction, before: Staff, after: Staff): Promise<void> {
    if (before.role === after.role && after.status !== 'deactivated') return;
    await this.sessions.deleteOf(transaction, after.id);
    await this.links.revokeMadeBy(transaction, after);
    if (after.status === 'deactivated') await this.links.revoke(transaction, after);
  }
}

function lastDirector(): Problem {
  return new Problem(
    'conflict',
    'This is the only active director. Make another person director first, so that the clinic keeps one.',
  );
}

function breakGlass(): Problem {
  return new Problem(
    'conflict',
    'This director is the one who may sign in when the identity provider does not let anybody in. Name another one in the settings first.',
  );
}
