import { Injectable } from '@nestjs/common';
import { Clock, calendarDateIn } from '../../clock.js';
import { TransactionService } from '../../database/transaction.service.js';
import { Problem } from '../../http/problem.js';
import type { LiveSession } from '../sessions/access.js';
import type { Actor } from '../sessions/actor.js';
import { passwordMatches } from './password.js';
import { SessionService } from '../sessions/session.service.js';
import { SignInThrottleService } from './sign-in-throttle.service.js';
import { toSessionResponse, type SessionResponse } from './sign-in.dto.js';
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
  ) {}

  /**
   * Starts a session.
   * @returns The token for the cookie, and who signed in.
   * @throws Problem 401, the same for every wrong pair; 429 while the name has to wait.
   */
  async signIn(
    email: string,
    password: string,
    userAgent: string | undefined,
  ): Promise<{ token: string; response: SessionResponse }> {
    await this.throttle.count(email);
    const person = await this.personOf(email);
    const hash = person?.status === 'active' ? person.passwordHash : null;
    if (!(await passwordMatches(hash, password)) || !person) throw refused();
    const { clinicId, id } = person;
    return this.transactions.run(clinicId, async (transaction) => {
      const staff = await this.staff.findLocked(transaction, id);
      const clinic = await this.staff.findClinic(transaction);
      // Deactivated, or given another password, while this one was being checked.
      if (staff?.status !== 'active' || staff.passwordHash !== hash || !clinic) throw refused();
      const { token, session } = await this.sessions.begin(transaction, staff, userAgent);
      await this.staff.noteSignIn(transaction, staff, session.createdAt);
      await this.throttle.clear(transaction, email);
      const today = calendarDateIn(clinic.timeZone, this.clock.now());
      return {
        token,
        response: toSessionResponse(staff, clinic, today, this.sessions.live(session)),
      };
    });
  }

  /** Who is signed in, and until when. */
  async current(actor: Actor, session: LiveSession): Promise<SessionResponse> {
    return this.transactions.run(actor.clinicId, async (transaction) => {
      const staff = await this.staff.find(transaction, actor.staffId);
      const clinic = await this.staff.findClinic(transaction);
      if (!staff || !clinic) throw new Problem('not-signed-in', 'Please sign in.');
      const today = calendarDateIn(clinic.timeZone, actor.at);
      return toSessionResponse(staff, clinic, today, session);
    });
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
