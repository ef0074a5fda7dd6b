import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, isBefore } from '../../clock.js';
import type { ClinicTransaction } from '../../database/transaction.js';
import { TransactionService } from '../../database/transaction.service.js';
import { rulesBroken, type Problem } from '../../http/problem.js';
import { hashOfSecret } from '../links/token.js';
import type { Actor } from '../sessions/actor.js';
import type { NewPasskeyRequest, PasskeyRequest } from './passkey.dto.js';
import type { ChallengePurpose, Passkey } from './passkey.entity.js';
import { PasskeyRepository } from './passkey.repository.js';
import type { RelyingParty } from './relying-party.js';

/** Milliseconds for which a challenge is good: a person may have to look for a security key. */
export const CHALLENGE_LIFETIME = 5 * 60_000;
/** ES256, Ed25519 and RS256, as COSE numbers them. */
export const ALGORITHMS = [-7, -8, -257];

/** What a new key pair is, before it has a name. */
export type NewKey = Pick<Passkey, 'credentialId' | 'publicKey' | 'counter' | 'backupEligible' | 'backedUp'>;

/** Loaded with the first passkey that is asked for: it takes as long as a third of the start. */
const webAuthn = () => import('@simplewebauthn/server');

/** Whether what a browser sends was signed by a passkey, for this site and for what was asked. */
@Injectable()
export class PasskeyCheckService {
  constructor(
    private readonly transactions: TransactionService,
    private readonly passkeys: PasskeyRepository,
    private readonly clock: Clock,
  ) {}

  /** Makes a challenge, good for one answer. @param person Who asks; null at sign-in. */
  async ask(purpose: ChallengePurpose, person: Pick<Actor, 'clinicId' | 'staffId'> | null): Promise<string> {
    const challenge = randomBytes(32).toString('base64url');
    const at = this.clock.now();
    const [clinicId, staffId] = [person?.clinicId ?? null, person?.staffId ?? null];
    const expiresAt = new Date(at.getTime() + CHALLENGE_LIFETIME);
    const kept = { challengeHash: hashOfSecret(challenge), purpose, clinicId, staffId, expiresAt };
    await this.transactions.runGlobal((transaction) => this.passkeys.insertChallenge(transaction, kept, at));
    return challenge;
  }

  /**
   * Uses up the challenge that an answer is to, whatever becomes of the answer.
   * @returns The challenge; null where it was never asked of this person for this, was answered, or is too old.
   */
  async answered(
    clientDataJSON: string,
    purpose: ChallengePurpose,
    person: Pick<Actor, 'staffId'> | null,
  ): Promise<string | null> {
    const challenge = challengeIn(clientDataJSON);
    if (challenge === null) return null;
    const kept = await this.transactions.runGlobal((transaction) =>
      this.passkeys.takeChallenge(transaction, hashOfSecret(challenge)),
    );
    const isFor = kept?.purpose === purpose && kept.staffId === (person?.staffId ?? null);
    return isFor && isBefore(kept.expiresAt, this.clock.now(), CHALLENGE_LIFETIME) ? challenge : null;
  }

  /** The new key pair of an answer; null where it was not made for this site, or the device did not ask who the person is. */
  async newKey(sent: NewPasskeyRequest, challenge: string, { id, origin }: RelyingParty): Promise<NewKey | null> {
    const { verifyRegistrationResponse } = await webAuthn();
    const { clientDataJSON, attestationObject } = sent;
    const answer = { id: 'new', rawId: 'new', type: 'public-key', clientExtensionResults: {} } as const;
    const checked = await verifyRegistrationResponse({
      response: { ...answer, response: { clientDataJSON, attestationObject } },
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: id,
      supportedAlgorithmIDs: ALGORITHMS,
    }).catch(() => null);
    if (!checked?.verified) return null;
    const { credential, credentialDeviceType, credentialBackedUp } = checked.registrationInfo;
    return {
      credentialId: Buffer.from(credential.id, 'base64url'),
      publicKey: Buffer.from(credential.publicKey),
      counter: String(credential.counter),
      backupEligible: credentialDeviceType === 'multiDevice',
      backedUp: credentialBackedUp,
    };
  }

  /**
   * Checks a signature, and notes the use where it is right.
   * @param passkey Locked in the transaction that this is for.
   * @returns Whether it is right: for this site, by this key, and not counted before.
   */
  async use(
    transaction: ClinicTransaction,
    passkey: Passkey,
    { sent, challenge, party }: { sent: PasskeyRequest; challenge: string; party: RelyingParty },
  ): Promise<boolean> {
    const { verifyAuthenticationResponse } = await webAuthn();
    const { id, clientDataJSON, authenticatorData, signature } = sent;
    const answer = { id, rawId: id, type: 'public-key', clientExtensionResults: {} } as const;
    const checked = await verifyAuthenticationResponse({
      response: { ...answer, response: { clientDataJSON, authenticatorData, signature } },
      expectedChallenge: challenge,
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      credential: { id, publicKey: new Uint8Array(passkey.publicKey), counter: Number(passkey.counter) },
    }).catch(() => null);
    if (!checked?.verified) return false;
    const { newCounter, credentialDeviceType, credentialBackedUp: backedUp } = checked.authenticationInfo;
    // A key that may be copied is so for ever, and one that may not is not.
    if (passkey.backupEligible !== (credentialDeviceType === 'multiDevice')) return false;
    await this.passkeys.noteUse(transaction, passkey, {
      counter: String(newCounter),
      backedUp,
      lastUsedAt: this.clock.now(),
    });
    return true;
  }
}

/** What was asked, as the browser says it; null where it says nothing of the kind. */
function challengeIn(clientDataJSON: string): string | null {
  try {
    const { challenge } = JSON.parse(Buffer.from(clientDataJSON, 'base64url').toString()) as { challenge?: unknown };
    return typeof challenge === 'string' ? challenge : null;
  } catch {
    return null;
  }
}

/** 422, for who is signed in. */
export function wrongPasskey(): Problem {
  const message =
    'This passkey was not accepted: it is of another account or address, or was asked for too long ago. Try again.';
  return rulesBroken([{ pointer: '/clientDataJSON', rule: 'wrong-passkey', message }]);
}
