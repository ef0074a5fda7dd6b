import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AuditBufferService } from '../../audit/audit-buffer.service.js';
import { recordEvent } from '../../audit/audit-event.repository.js';
import { Clock } from '../../clock.js';
import type { ClinicTransaction } from '../../database/transaction.js';
import { TransactionService } from '../../database/transaction.service.js';
import type { RequestSource } from '../../http/incoming/client-address.js';
import { Problem } from '../../http/problem.js';
import { RedemptionService } from '../links/redemption.service.js';
import { StaffRepository } from '../people/staff.repository.js';
import type { ProvenIdentity } from './identity-provider.service.js';
import type { SsoAttempt, SsoIdentity } from './sso.entity.js';
import { IdentityTaken, SsoRepository } from './sso.repository.js';

/** Which person here somebody is whom the identity provider knows. */
@Injectable()
export class SsoPersonService {
  constructor(
    private readonly transactions: TransactionService,
    private readonly sso: SsoRepository,
    private readonly staff: StaffRepository,
    private readonly redemptions: RedemptionService,
    private readonly audit: AuditBufferService,
    private readonly clock: Clock,
  ) {}

  /** Whose one-time link this is, without using it up. @throws Problem 404 for a link of nobody, 409 for one for a password. */
  async ownerOf(token: string): Promise<{ clinicId: string; staffId: string }> {
    return this.redemptions.providerPersonOf(token);
  }

  /**
   * The person whose account is linked, who came with a one-time link, or who takes up an open invitation to the address that the
   * provider has checked. By an address alone nobody comes into an account that is in use.
   * @throws Problem 401, the same for every account that is not linked.
   */
  async personOf(
    identity: ProvenIdentity,
    { clinicId, staffId }: Pick<SsoAttempt, 'clinicId' | 'staffId'>,
    source: RequestSource,
  ): Promise<SsoIdentity> {
    const identityHash = hashOfIdentity(identity);
    const known = await this.transactions.runGlobal((transaction) => this.sso.find(transaction, identityHash));
    if (known && staffId === null) return known;
    const byLink = clinicId !== null && staffId !== null ? { clinicId, staffId } : null;
    const invited = byLink ?? (await this.namedBy(identity));
    if (!invited) throw notLinked();
    const from = { source, statuses: byLink ? ['invited', 'active'] : ['invited'] };
    const taken = await this.transactions
      .run(invited.clinicId, (transaction) => this.accept(transaction, invited.staffId, identity, from))
      .catch((error: unknown) => {
        if (error instanceof Problem || error instanceof IdentityTaken) return null;
        throw error;
      });
    if (taken) return taken;
    await this.noteRefusal(invited, source);
    throw notLinked();
  }

  /** Notes that a link was used, in the transaction that locked its person. @throws Problem 401 where it is gone meanwhile. */
  async noteUse(transaction: ClinicTransaction, { identityHash, staffId }: SsoIdentity): Promise<void> {
    if (!(await this.sso.noteUse(transaction, identityHash, staffId, this.clock.now()))) throw notLinked();
  }

  async noteRefusal({ clinicId, staffId }: Pick<SsoIdentity, 'clinicId' | 'staffId'>, source: RequestSource) {
    const actor = { clinicId, staffId, at: this.clock.now(), ...source };
    await this.audit.note(actor, 'session.refused', { detail: 'single sign-on' });
  }

  /** Whose sign-in name is the address that the provider has checked; null for nobody's. */
  private async namedBy(identity: ProvenIdentity): Promise<{ clinicId: string; staffId: string } | null> {
    const email = await identity.verifiedEmail();
    if (email === null) return null;
    return this.transactions.runGlobal((transaction) => this.staff.findSignInName(transaction, email));
  }

  /** Uses the link up; null for a person of another status (by now). */
  private async accept(
    transaction: ClinicTransaction,
    staffId: string,
    identity: ProvenIdentity,
    { source, statuses }: { source: RequestSource; statuses: readonly string[] },
  ): Promise<SsoIdentity | null> {
    const person = await this.staff.findLocked(transaction, staffId);
    if (!person || !statuses.includes(person.status)) return null;
    const { clinicId, changedAt: at } = await this.redemptions.acceptLink(transaction, person, source);
    const link = { identityHash: hashOfIdentity(identity), issuer: identity.issuer, linkedAt: at, lastUsedAt: null };
    const linked = { ...link, clinicId, staffId };
    await this.sso.insert(transaction, linked);
    const detail = person.status === 'invited' ? 'invitation' : 'one-time link';
    await recordEvent(transaction, { staffId, at, ...source }, 'sso.linked', { detail });
    return linked;
  }
}

/** By which an account at the provider is known here: its issuer and subject, both to the letter. */
export function hashOfIdentity({ issuer, subject }: Pick<ProvenIdentity, 'issuer' | 'subject'>): Buffer {
  return createHash('sha256')
    .update(JSON.stringify([issuer, subject]))
    .digest();
}

export function notLinked(): Problem {
  return new Problem(
    'sign-in-refused',
    'No account here belongs to the one you signed in with there, and no open invitation is for its checked e-mail address. ' +
      'If you have an account here, sign in as before and link it under Account; else ask a director to invite you.',
  );
}
