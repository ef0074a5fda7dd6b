import { Injectable } from '@nestjs/common';
import { AuditBufferService } from '../../audit/audit-buffer.service.js';
import { recordEvent } from '../../audit/audit-event.repository.js';
import { Clock, calendarDateIn } from '../../clock.js';
import { TransactionService } from '../../database/transaction.service.js';
import type { RequestSource } from '../../http/incoming/client-address.js';
import { Problem } from '../../http/problem.js';
import type { LiveSession } from '../sessions/access.js';
import type { Actor } from '../sessions/actor.js';
import { knownDevice, newDevice } from './known-device.js';
import { passwordMatches } from './password.js';
import { SessionService } from '../sessions/session.service.js';
import { SignInThrottleService } from './sign-in-throttle.service.js';
import { toSessionResponse, type SessionResponse, type SignInRequest } from './sign-in.dto.js';
import type { Staff } from '../people/staff.entity.js';
import { StaffRepository } from '../people/staff.repository.js';

/** In place of the clinic and the person of a name that nobody has. */
const NOBODY = '00000000-0000-0000-0000-000000000000';

@Injectable()
export class SignInService {
  constructor(
    private readonly transactions: TransactionService,
    private readonly staff: StaffRepository,
    private readonly sessions: SessionService,
    private readonly throttle: SignInThrottleService,
    private readonly clock: Clock,
    private readonly audit: AuditBufferService,
  ) {}

  /**
   * Starts a session.
   * @param from Browser, and what it kept of a sign-in before: there only tries from the device itself are counted.
   * @returns The token for the cookie, what the device keeps, and who signed in.
   * @throws Problem 401, the same for every wrong pair; 429 while the name has to wait.
   */
  async signIn(
    { email, password }: SignInRequest,
    {
      userAgent,
      device: cookie,
      source,
    }: { userAgent: string | undefined; device: string | undefined; source: RequestSource },
  ): Promise<{ token: string; device: string; response: SessionResponse }> {
    const person = await this.personOf(email);
    const device = knownDevice(person, cookie);
    const counted = device ? `${email} ${device.id}` : email;
    await this.throttle.count(counted);
    const hash = person?.status === 'active' ? person.passwordHash : null;
    const matches = await passwordMatches(hash, password);
    if (!person) throw refused();
    const { clinicId, id } = person;
    if (!matches) {
      await this.audit.note({ clinicId, staffId: id, at: this.clock.now(), ...source }, 'session.refused');
      throw refused();
    }
    return this.transactions.run(clinicId, async (transaction) => {
      const staff = await this.staff.findLocked(transaction, id);
      const clinic = await this.staff.findClinic(transaction);
      // Deactivated, or given another password, while this one was being checked.
      if (staff?.status !== 'active' || staff.passwordHash !== hash || !clinic) throw refused();
      const { token, session } = await this.sessions.begin(transaction, staff, userAgent);
      await this.staff.noteSignIn(transaction, staff, session.createdAt);
      await this.throttle.clear(transaction, counted);
      await recordEvent(transaction, { staffId: id, at: session.createdAt, ...source }, 'session.started');
      const today = calendarDateIn(clinic.timeZone, this.clock.now());
      return {
        token,
        device: (device ?? newDevice(staff)).cookie,
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

  /** The person of a sign-in name. An unknown name asks the same questions as a known one. */
  private async personOf(name: string): Promise<Staff | null> {
    const found = await this.transactions.runGlobal((transaction) => this.staff.findSignInName(transaction, name));
    const { clinicId, staffId } = found ?? { clinicId: NOBODY, staffId: NOBODY };
    return this.transactions.run(clinicId, (transaction) => this.staff.find(transaction, staffId));
  }
}

function refused(): Problem {
  return new Problem('sign-in-refused', 'Name and password do not match. Nobody was signed in.');
}
