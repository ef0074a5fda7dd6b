import { Injectable } from '@nestjs/common';
import { recordEvent } from '../../audit/audit-event.repository.js';
import { Clock, calendarDateIn } from '../../clock.js';
import type { ClinicTransaction } from '../../database/transaction.js';
import { TransactionService } from '../../database/transaction.service.js';
import { Problem } from '../../http/problem.js';
import type { Staff } from '../people/staff.entity.js';
import { StaffRepository } from '../people/staff.repository.js';
import type { LiveSession } from '../sessions/access.js';
import type { Actor } from '../sessions/actor.js';
import { SessionService } from '../sessions/session.service.js';
import {
  CredentialCheckService,
  signInRefused,
  type CheckedPerson,
  type SignInOrigin,
} from './credential-check.service.js';
import { isRequiredOf } from '../second-factor/required.js';
import { newDevice } from './known-device.js';
import { SecondStepService } from './second-step.service.js';
import { toSessionResponse, type SessionResponse, type SignInRequest } from './sign-in.dto.js';

@Injectable()
export class SignInService {
  constructor(
    private readonly transactions: TransactionService,
    private readonly staff: StaffRepository,
    private readonly sessions: SessionService,
    private readonly credentials: CredentialCheckService,
    private readonly secondStep: SecondStepService,
    private readonly clock: Clock,
  ) {}

  /**
   * Starts a session.
   * @param from Browser, and what it kept of a sign-in before: there only tries from the device itself are counted.
   * @returns The token for the cookie, what the device keeps, and who signed in.
   * @throws Problem 401, the same for every wrong pair, and where a code is needed too; 422 for a wrong code; 429 while
   * the name has to wait.
   */
  async signIn(
    request: SignInRequest,
    from: SignInOrigin,
  ): Promise<{ token: string; device: string; response: SessionResponse }> {
    const checked = await this.credentials.check(request, from);
    const { clinicId } = checked.person;
    if (checked.hasSecondFactor) await this.secondStep.begin(checked, request.code);
    return this.transactions.run(clinicId, async (transaction) => {
      const { staff, clinic } = await this.stillThere(transaction, checked);
      const detail = await this.secondStep.finish(transaction, checked, request.code, from.source);
      const enrolling = detail === null && isRequiredOf(clinic.secondFactor, staff.role);
      const factor = { verifiedAt: detail === null ? null : this.clock.now(), enrolling };
      const { token, session } = await this.sessions.begin(transaction, staff, from.userAgent, factor);
      await this.staff.noteSignIn(transaction, staff, session.createdAt);
      await this.credentials.clear(transaction, checked);
      const actor = { staffId: staff.id, at: session.createdAt, ...from.source };
      await recordEvent(transaction, actor, 'session.started', { detail });
      const today = calendarDateIn(clinic.timeZone, this.clock.now());
      return {
        token,
        device: (checked.device ?? newDevice(staff)).cookie,
        response: toSessionResponse(staff, clinic, today, this.sessions.live(session)),
      };
    });
  }

  /** Who is signed in, and until when. */
  async current(actor: Actor, session: LiveSession): Promise<SessionResponse> {
    const person = await this.sessions.personOf(actor);
    if (!person) throw new Problem('not-signed-in', 'Please sign in.');
    const { clinicName: name, timeZone } = person;
    return toSessionResponse(
      person,
      { id: actor.clinicId, name, timeZone },
      calendarDateIn(timeZone, actor.at),
      session,
    );
  }

  /** Deactivated, or given another password, while this one was being checked? @throws Problem 401 */
  private async stillThere(transaction: ClinicTransaction, { person }: Pick<CheckedPerson, 'person'>) {
    const staff: Staff | null = await this.staff.findLocked(transaction, person.id);
    const clinic = await this.staff.findClinic(transaction);
    if (staff?.status !== 'active' || staff.passwordHash !== person.passwordHash || !clinic) throw signInRefused();
    return { staff, clinic };
  }
}
