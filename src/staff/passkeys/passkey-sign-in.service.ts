import { Injectable } from '@nestjs/common';
import { AuditBufferService } from '../../audit/audit-buffer.service.js';
import { recordEvent } from '../../audit/audit-event.repository.js';
import { TransactionService } from '../../database/transaction.service.js';
import { Problem } from '../../http/problem.js';
import type { Actor } from '../sessions/actor.js';
import { SessionRepository } from '../sessions/session.repository.js';
import type { SignInOrigin } from '../sign-in/credential-check.service.js';
import { SessionStartService, type StartedSession } from '../sign-in/session-start.service.js';
import { CHALLENGE_LIFETIME, PasskeyCheckService, wrongPasskey } from './passkey-check.service.js';
import { toKnownCredential, type PasskeyOptionsResponse, type PasskeyRequest } from './passkey.dto.js';
import type { Passkey } from './passkey.entity.js';
import { PasskeyRepository } from './passkey.repository.js';
import type { RelyingParty } from './relying-party.js';
import { personOfHandle } from './user-handle.js';

/** What people do with a passkey that they have: sign in, and show again that it is them. */
@Injectable()
export class PasskeySignInService {
  constructor(
    private readonly transactions: TransactionService,
    private readonly sessions: SessionRepository,
    private readonly passkeys: PasskeyRepository,
    private readonly checks: PasskeyCheckService,
    private readonly starts: SessionStartService,
    private readonly audit: AuditBufferService,
  ) {}

  /** What a browser needs to let a person choose a passkey and sign with it. */
  async begin(rp: RelyingParty): Promise<PasskeyOptionsResponse> {
    return optionsOf(await this.checks.ask('sign-in', null), rp, []);
  }

  /**
   * Starts a session: a passkey is both factors, as the device has asked who the person is.
   * @throws Problem 401, the same for every passkey that is not taken.
   */
  async signIn(sent: PasskeyRequest, from: SignInOrigin, party: RelyingParty): Promise<StartedSession> {
    const challenge = await this.checks.answered(sent.clientDataJSON, 'sign-in', null);
    const person = personOfHandle(sent.userHandle);
    if (challenge === null || person === null) throw notTaken();
    return this.transactions.run(person.clinicId, async (transaction) => {
      const { staff, clinic } = await this.starts.findActive(transaction, person.staffId, notTaken);
      const passkey = await this.passkeys.findLocked(transaction, staff.id, credentialOf(sent));
      if (!passkey || !(await this.checks.use(transaction, passkey, { sent, challenge, party }))) {
        const actor = { ...person, at: this.starts.now(), ...from.source };
        await this.audit.note(actor, 'session.refused', { detail: 'passkey' });
        throw notTaken();
      }
      const byProvider = await this.starts.cameByProvider(transaction, { staff, clinic }, from, wantsProvider);
      const detail = byProvider ? 'single sign-on, passkey' : 'passkey';
      return this.starts.start(transaction, { staff, clinic }, from, { detail, shown: true, byProvider });
    });
  }

  /** The same, of the passkeys of a person who is signed in. @throws Problem 409 where there are none. */
  async beginConfirmation(actor: Actor, rp: RelyingParty): Promise<PasskeyOptionsResponse> {
    const { clinicId, staffId } = actor;
    const own = await this.transactions.run(clinicId, (transaction) => this.passkeys.listOf(transaction, staffId));
    if (own.length === 0) throw new Problem('conflict', 'You have no passkey yet. Add one under Account.');
    return optionsOf(await this.checks.ask('confirmation', actor), rp, own);
  }

  /** Notes that the person showed a passkey just now. @throws Problem 422 */
  async confirm(actor: Actor, sessionId: string, sent: PasskeyRequest, party: RelyingParty): Promise<void> {
    const { clinicId, staffId, at } = actor;
    const challenge = await this.checks.answered(sent.clientDataJSON, 'confirmation', actor);
    if (challenge === null) throw wrongPasskey();
    await this.transactions.run(clinicId, async (transaction) => {
      const passkey = await this.passkeys.findLocked(transaction, staffId, credentialOf(sent));
      if (!passkey || !(await this.checks.use(transaction, passkey, { sent, challenge, party }))) {
        await this.audit.note(actor, 'passkey.refused');
        throw wrongPasskey();
      }
      await this.sessions.noteFactor(transaction, sessionId, { verifiedAt: at });
      await recordEvent(transaction, actor, 'passkey.shown');
    });
  }
}

function credentialOf({ id }: PasskeyRequest): Buffer {
  return Buffer.from(id, 'base64url');
}

function optionsOf(challenge: string, { id: rpId }: RelyingParty, own: readonly Passkey[]): PasskeyOptionsResponse {
  const allowCredentials = own.map(toKnownCredential);
  return { challenge, rpId, timeout: CHALLENGE_LIFETIME, userVerification: 'required', allowCredentials };
}

function wantsProvider(): Problem {
  return new Problem(
    'sign-in-refused',
    'Your clinic wants single sign-on: sign in there first, then with your passkey. Nobody was signed in.',
  );
}

function notTaken(): Problem {
  return new Problem(
    'sign-in-refused',
    'This passkey is not taken: it was removed, its account is not active, or it was asked for too long ago. Nobody was signed in.',
  );
}
