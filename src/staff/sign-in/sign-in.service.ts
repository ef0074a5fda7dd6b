import { Injectable } from '@nestjs/common';
import { calendarDateIn } from '../../clock.js';
import { TransactionService } from '../../database/transaction.service.js';
import { Problem } from '../../http/problem.js';
import type { LiveSession } from '../sessions/access.js';
import type { Actor } from '../sessions/actor.js';
import { SessionService } from '../sessions/session.service.js';
import { CredentialCheckService, signInRefused, type SignInOrigin } from './credential-check.service.js';
import { maySignInHere } from './required-provider.js';
import { SecondStepService } from './second-step.service.js';
import { SessionStartService, type StartedSession } from './session-start.service.js';
import { toSessionResponse, type SessionResponse, type SignInRequest } from './sign-in.dto.js';

@Injectable()
export class SignInService {
  constructor(
    private readonly transactions: TransactionService,
    private readonly sessions: SessionService,
    private readonly credentials: CredentialCheckService,
    private readonly secondStep: SecondStepService,
    private readonly starts: SessionStartService,
  ) {}

  /**
   * Starts a session.
   * @param from Browser, and what it kept of a sign-in before: there only tries from the device itself are counted.
   * @throws Problem 401, the same for every wrong pair, and where a code is needed too; 422 for a wrong code; 429 while
   * the name has to wait.
   */
  async signIn(request: SignInRequest, from: SignInOrigin): Promise<StartedSession> {
    const checked = await this.credentials.check(request, from);
    const { person, factors } = checked;
    if (factors.length > 0) await this.secondStep.begin(checked, request.code);
    return this.transactions.run(person.clinicId, async (transaction) => {
      const { staff, clinic } = await this.starts.findActive(transaction, person.id, signInRefused);
      // Given another password while this one was being checked.
      if (staff.passwordHash !== person.passwordHash || !maySignInHere(clinic, staff.id)) throw signInRefused();
      const detail = await this.secondStep.finish(transaction, checked, request.code, from.source);
      await this.credentials.clear(transaction, checked);
      return this.starts.start(transaction, { staff, clinic }, from, { detail, shown: detail !== null });
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
}
