import { Injectable } from '@nestjs/common';
import { recordEvent } from '../../audit/audit-event.repository.js';
import type { ClinicTransaction } from '../../database/transaction.js';
import { TransactionService } from '../../database/transaction.service.js';
import { newId } from '../../http/ids.js';
import { notFound, Problem } from '../../http/problem.js';
import { StaffRepository } from '../people/staff.repository.js';
import { newRecoveryCodes } from '../second-factor/recovery-codes.js';
import { isRequiredOf } from '../second-factor/required.js';
import { SecondFactorRepository } from '../second-factor/second-factor.repository.js';
import type { Actor } from '../sessions/actor.js';
import { SessionRepository } from '../sessions/session.repository.js';
import {
  ALGORITHMS,
  CHALLENGE_LIFETIME,
  PasskeyCheckService,
  wrongPasskey,
  type NewKey,
} from './passkey-check.service.js';
import {
  toKnownCredential,
  toPasskeyResponse,
  type NewPasskeyOptionsResponse,
  type NewPasskeyRequest,
  type NewPasskeyResponse,
  type PasskeyListResponse,
} from './passkey.dto.js';
import type { Passkey } from './passkey.entity.js';
import { PasskeyRepository, PasskeyTaken } from './passkey.repository.js';
import type { RelyingParty } from './relying-party.js';
import { userHandleOf } from './user-handle.js';

const MOST = 20;

/** The passkeys of the person who asks. */
@Injectable()
export class PasskeyService {
  constructor(
    private readonly transactions: TransactionService,
    private readonly staff: StaffRepository,
    private readonly sessions: SessionRepository,
    private readonly factors: SecondFactorRepository,
    private readonly passkeys: PasskeyRepository,
    private readonly checks: PasskeyCheckService,
  ) {}

  async list({ clinicId, staffId }: Actor): Promise<PasskeyListResponse> {
    const own = await this.transactions.run(clinicId, (transaction) => this.passkeys.listOf(transaction, staffId));
    return { items: own.map(toPasskeyResponse) };
  }

  /** What a browser needs to have a passkey made. */
  async begin(actor: Actor, rp: RelyingParty): Promise<NewPasskeyOptionsResponse> {
    const { clinicId, staffId } = actor;
    const { person, own } = await this.transactions.run(clinicId, async (transaction) => ({
      person: await this.staff.find(transaction, staffId),
      own: await this.passkeys.listOf(transaction, staffId),
    }));
    if (!person) throw notFound('person');
    if (own.length >= MOST) throw new Problem('conflict', `You have ${MOST} passkeys already. Remove one first.`);
    return {
      challenge: await this.checks.ask('registration', actor),
      rp: { id: rp.id, name: 'CUDOS outcomes' },
      user: { id: userHandleOf(actor), name: person.email, displayName: person.name },
      pubKeyCredParams: ALGORITHMS.map((alg) => ({ type: 'public-key', alg })),
      timeout: CHALLENGE_LIFETIME,
      attestation: 'none',
      // The device itself asks who the person is, and knows by itself whose the passkey is: so it is enough to sign in.
      authenticatorSelection: { residentKey: 'required', requireResidentKey: true, userVerification: 'required' },
      excludeCredentials: own.map(toKnownCredential),
    };
  }

  /**
   * Takes a passkey into use that the browser had made. All other sessions of the person end. Who has no recovery codes gets some, for the
   * day on which the device is lost.
   */
  async add(actor: Actor, sessionId: string, sent: NewPasskeyRequest, rp: RelyingParty): Promise<NewPasskeyResponse> {
    const { clinicId, staffId, at } = actor;
    const challenge = await this.checks.answered(sent.clientDataJSON, 'registration', actor);
    const key = challenge === null ? null : await this.checks.newKey(sent, challenge, rp);
    if (!key) throw wrongPasskey();
    return this.transactions.run(clinicId, async (transaction) => {
      const passkey = made(actor, sent, key);
      await this.staff.findLocked(transaction, staffId);
      await this.passkeys.insert(transaction, passkey).catch(explainTaken);
      const recoveryCodes = await this.firstCodes(transaction, actor);
      await this.sessions.deleteOthers(transaction, staffId, sessionId);
      await this.sessions.noteFactor(transaction, sessionId, { verifiedAt: at, enrolling: false });
      await recordEvent(transaction, actor, 'passkey.added', { detail: recoveryCodes && 'with recovery codes' });
      return { ...toPasskeyResponse(passkey), recoveryCodes };
    });
  }

  private async firstCodes(transaction: ClinicTransaction, { staffId, at }: Actor): Promise<string[] | null> {
    if ((await this.factors.find(transaction, staffId))?.recoveryCodes.length) return null;
    const { codes, hashes } = newRecoveryCodes();
    await this.factors.putCodes(transaction, { staffId, hashes, at });
    return codes;
  }

  /** Nobody signs in with it any more. @throws Problem 404; 409 where it is the last of what the clinic requires. */
  async remove(actor: Actor, sessionId: string, id: string): Promise<void> {
    const { clinicId, staffId, role } = actor;
    await this.transactions.run(clinicId, async (transaction) => {
      await this.staff.findLocked(transaction, staffId);
      // Locked too: of the app and the last passkey not both are removed at once.
      const app = await this.factors.findLocked(transaction, staffId);
      if (!(await this.passkeys.delete(transaction, staffId, id))) throw notFound('passkey of yours');
      const isLast = !app?.confirmedAt && (await this.passkeys.listOf(transaction, staffId)).length === 0;
      const rule = (await this.staff.findClinic(transaction))?.secondFactor ?? 'optional';
      if (isLast && isRequiredOf(rule, role)) throw lastFactor();
      await this.sessions.deleteOthers(transaction, staffId, sessionId);
      if (isLast) {
        await this.factors.deleteIdleCodes(transaction, staffId);
        await this.sessions.noteFactor(transaction, sessionId, { verifiedAt: null });
      }
      await recordEvent(transaction, actor, 'passkey.removed');
    });
  }
}

function made({ clinicId, staffId, at }: Actor, { name, transports }: NewPasskeyRequest, key: NewKey): Passkey {
  const person = { clinicId, staffId };
  return { ...person, ...key, id: newId(), name, transports: transports ?? [], createdAt: at, lastUsedAt: null };
}

function explainTaken(error: unknown): never {
  if (!(error instanceof PasskeyTaken)) throw error;
  throw new Problem('conflict', 'This passkey is in use already. Choose another device, or remove it there first.');
}

function lastFactor(): Problem {
  return new Problem(
    'conflict',
    'Your clinic requires a second factor, and this is your only one. Add another passkey or an authenticator app first.',
  );
}
