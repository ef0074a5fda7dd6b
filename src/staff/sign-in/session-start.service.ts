import { Injectable, Logger } from '@nestjs/common';
import { recordEvent, type AuditedActor } from '../../audit/audit-event.repository.js';
import { Clock, calendarDateIn, isBefore } from '../../clock.js';
import type { ClinicTransaction } from '../../database/transaction.js';
import type { Problem } from '../../http/problem.js';
import type { Clinic } from '../clinic/clinic.entity.js';
import type { Staff } from '../people/staff.entity.js';
import { StaffRepository } from '../people/staff.repository.js';
import { isRequiredOf } from '../second-factor/required.js';
import { SessionService } from '../sessions/session.service.js';
import type { SignInOrigin } from './credential-check.service.js';
import { ATTEMPT_LIFETIME } from '../sso/sso-attempt.service.js';
import { SsoRepository } from '../sso/sso.repository.js';
import { hashOfSecret } from '../links/token.js';
import { maySignInHere } from './required-provider.js';
import { knownDevice, newDevice } from './known-device.js';
import { toSessionResponse, type SessionResponse } from './sign-in.dto.js';

const logger = new Logger('single sign-on');

/** A session that has begun: the token for the cookie, what the device keeps, and who signed in. */
export interface StartedSession {
  token: string;
  device: string;
  response: SessionResponse;
}

/** How a sign-in ends that was right, by whichever way it came. */
@Injectable()
export class SessionStartService {
  constructor(
    private readonly staff: StaffRepository,
    private readonly sessions: SessionService,
    private readonly sso: SsoRepository,
    private readonly clock: Clock,
  ) {}

  now(): Date {
    return this.clock.now();
  }

  /** The person, kept from changing, and the clinic. @param refuse What is thrown where they are not active (any more). */
  async findActive(
    transaction: ClinicTransaction,
    id: string,
    refuse: () => Problem,
  ): Promise<{ staff: Staff; clinic: Clinic }> {
    const staff = await this.staff.findLocked(transaction, id);
    const clinic = await this.staff.findClinic(transaction);
    if (staff?.status !== 'active' || !clinic) throw refuse();
    return { staff, clinic };
  }

  /**
   * Did the person just come back from the identity provider, in this browser? That is used up by it.
   * @param refuse What is thrown where the clinic wants that and they did not.
   */
  async cameByProvider(
    transaction: ClinicTransaction,
    { staff, clinic }: { staff: Staff; clinic: Clinic },
    { sso }: SignInOrigin,
    refuse: () => Problem,
  ): Promise<boolean> {
    const kept = sso === undefined ? null : await this.sso.takeAttempt(transaction, hashOfSecret(sso));
    const isInTime = kept !== null && isBefore(kept.expiresAt, this.clock.now(), ATTEMPT_LIFETIME);
    const came = isInTime && kept.purpose === 'second-step' && kept.staffId === staff.id;
    if (!came && !maySignInHere(clinic, staff.id)) throw refuse();
    return came;
  }

  /**
   * Begins the session, in the transaction that locked the person.
   * @param factor What is kept of how the person signed in, and whether a second factor was shown.
   */
  async start(
    transaction: ClinicTransaction,
    { staff, clinic }: { staff: Staff; clinic: Clinic },
    { userAgent, device, source }: SignInOrigin,
    { detail, shown, byProvider = false }: { detail: string | null; shown: boolean; byProvider?: boolean },
  ): Promise<StartedSession> {
    const enrolling = !shown && isRequiredOf(clinic.secondFactor, staff.role);
    const factor = { verifiedAt: shown ? this.clock.now() : null, enrolling };
    const { token, session } = await this.sessions.begin(transaction, staff, userAgent, factor);
    await this.staff.noteSignIn(transaction, staff, session.createdAt);
    const actor = { staffId: staff.id, at: session.createdAt, ...source };
    await recordEvent(transaction, actor, 'session.started', { detail });
    if (!byProvider && clinic.breakGlassDirectorId === staff.id) await this.noteBreakGlass(transaction, actor);
    const today = calendarDateIn(clinic.timeZone, this.clock.now());
    return {
      token,
      device: (knownDevice(staff, device) ?? newDevice(staff)).cookie,
      response: toSessionResponse(staff, clinic, today, this.sessions.live(session)),
    };
  }

  /** All directors are told, and who runs the service. */
  private async noteBreakGlass(transaction: ClinicTransaction, actor: AuditedActor): Promise<void> {
    await this.staff.noteBreakGlass(transaction, actor.at);
    await recordEvent(transaction, actor, 'session.break-glass');
    logger.warn('A break-glass director signed in without the identity provider.');
  }
}
