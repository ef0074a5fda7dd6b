import { Injectable } from '@nestjs/common';
import { recordEvent } from '../../audit/audit-event.repository.js';
import { Clock, calendarDateIn } from '../../clock.js';
import type { ClinicTransaction } from '../../database/transaction.js';
import type { Problem } from '../../http/problem.js';
import type { Clinic } from '../clinic/clinic.entity.js';
import type { Staff } from '../people/staff.entity.js';
import { StaffRepository } from '../people/staff.repository.js';
import { isRequiredOf } from '../second-factor/required.js';
import { SessionService } from '../sessions/session.service.js';
import type { SignInOrigin } from './credential-check.service.js';
import { knownDevice, newDevice } from './known-device.js';
import { toSessionResponse, type SessionResponse } from './sign-in.dto.js';

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
   * Begins the session, in the transaction that locked the person.
   * @param factor What is kept of how the person signed in, and whether a second factor was shown.
   */
  async start(
    transaction: ClinicTransaction,
    { staff, clinic }: { staff: Staff; clinic: Clinic },
    { userAgent, device, source }: SignInOrigin,
    { detail, shown }: { detail: string | null; shown: boolean },
  ): Promise<StartedSession> {
    const enrolling = !shown && isRequiredOf(clinic.secondFactor, staff.role);
    const factor = { verifiedAt: shown ? this.clock.now() : null, enrolling };
    const { token, session } = await this.sessions.begin(transaction, staff, userAgent, factor);
    await this.staff.noteSignIn(transaction, staff, session.createdAt);
    const actor = { staffId: staff.id, at: session.createdAt, ...source };
    await recordEvent(transaction, actor, 'session.started', { detail });
    const today = calendarDateIn(clinic.timeZone, this.clock.now());
    return {
      token,
      device: (knownDevice(staff, device) ?? newDevice(staff)).cookie,
      response: toSessionResponse(staff, clinic, today, this.sessions.live(session)),
    };
  }
}
