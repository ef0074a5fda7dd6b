import { Injectable } from '@nestjs/common';
import { Clock } from '../../clock.js';
import type { ClinicTransaction, GlobalTransaction, Transaction } from '../../database/transaction.js';
import { Environment } from '../../environment.js';
import { Problem } from '../../http/problem.js';
import type { LinkPurpose, OneTimeLink } from './one-time-link.entity.js';
import { isUsable, OneTimeLinkRepository } from './one-time-link.repository.js';
import type { GrantKind } from '../people/access-grant.entity.js';
import { AccessGrantRepository } from '../people/access-grant.repository.js';
import type { Staff } from '../people/staff.entity.js';
import { hashOfSecret, newToken } from './token.js';

const HOUR = 60 * 60_000;
const LIFETIME: Record<LinkPurpose, number> = {
  setup: 24 * HOUR,
  invitation: 7 * 24 * HOUR,
  'password-reset': 24 * HOUR,
};

/** Links that are good for one use. The secret is behind the #, which browsers send to no server. */
@Injectable()
export class OneTimeLinkService {
  constructor(
    private readonly links: OneTimeLinkRepository,
    private readonly grants: AccessGrantRepository,
    private readonly clock: Clock,
    private readonly environment: Environment,
  ) {}

  /**
   * Makes a link for a person, which replaces those made before, or for the first set-up: of these each process that
   * starts prints one of its own, and all are good until one is used.
   */
  async make(
    transaction: Transaction,
    purpose: LinkPurpose,
    person: Pick<Staff, 'clinicId' | 'id'> | null,
    by: { staffId: string | null; requestId: string },
  ): Promise<{ link: string; expiresAt: string }> {
    if (person) await this.revoke(transaction, person);
    const createdAt = this.clock.now();
    const expiresAt = new Date(createdAt.getTime() + LIFETIME[purpose]);
    const { token, hash: tokenHash } = newToken();
    const [clinicId, staffId] = [person?.clinicId ?? null, person?.id ?? null];
    const trace = { createdAt, createdBy: by.staffId, requestId: by.requestId };
    const link = { tokenHash, purpose, clinicId, staffId, ...trace, expiresAt };
    await this.links.insert(transaction, link);
    return { link: `${this.base()}/${purpose}#${token}`, expiresAt: expiresAt.toISOString() };
  }

  /**
   * Uses a link up.
   * @throws Problem 404 for a link that was used, has expired, was replaced or never was.
   */
  async use(transaction: ClinicTransaction, token: string, purposes: readonly LinkPurpose[]): Promise<OneTimeLink> {
    const link = await this.links.take(transaction, hashOfSecret(token), this.clock.now());
    if (link && purposes.includes(link.purpose)) return link;
    throw notValid();
  }

  /** Uses up the link of a person, without its secret. @throws Problem 404 where none is open. */
  async useOf(transaction: ClinicTransaction, { id }: Pick<Staff, 'id'>, purpose: LinkPurpose): Promise<OneTimeLink> {
    const link = await this.links.takeOf(transaction, id, purpose, this.clock.now());
    if (link) return link;
    throw notValid();
  }

  /** Uses up all links for the first set-up. @throws Problem 404 where this is none of them, or not any more. */
  async useSetup(transaction: ClinicTransaction, token: string): Promise<void> {
    if (!(await this.links.takeSetup(transaction, hashOfSecret(token), this.clock.now()))) throw notValid();
  }

  /** Notes by whose link a person came to a way to sign in: the link itself is gone. */
  async noteUse(transaction: ClinicTransaction, link: OneTimeLink, after: Staff, kind: GrantKind): Promise<void> {
    const { createdBy: madeBy, createdAt: madeAt } = link;
    const { changedAt: takenUpAt, requestId } = after;
    await this.grants.insert(transaction, { staff: after, kind, madeBy, madeAt, takenUpAt, requestId });
  }

  /** Whose link this is, without using it up. @throws Problem 404 for a link of nobody. */
  async personOf(
    transaction: GlobalTransaction,
    token: string,
    purposes: readonly LinkPurpose[] = ['invitation', 'password-reset'],
  ): Promise<{ clinicId: string; staffId: string }> {
    const link = await this.links.find(transaction, hashOfSecret(token));
    if (
      !link ||
      !purposes.includes(link.purpose) ||
      link.clinicId === null ||
      link.staffId === null ||
      !isUsable(link, this.clock.now())
    )
      throw notValid();
    return { clinicId: link.clinicId, staffId: link.staffId };
  }

  /** Is this a link for the first set-up? It is not used up. @throws Problem 404 for any other. */
  async checkSetup(transaction: GlobalTransaction, token: string): Promise<void> {
    const link = await this.links.find(transaction, hashOfSecret(token));
    if (link?.purpose !== 'setup' || !isUsable(link, this.clock.now())) throw notValid();
  }

  /** Staff ids of the people of a clinic whose invitation can still be used. */
  async invited(transaction: ClinicTransaction): Promise<Set<string | null>> {
    const links = await this.links.listInvitations(transaction, this.clock.now());
    return new Set(links.map(({ staffId }) => staffId));
  }

  /** Takes back what a person has handed out and nobody used yet. */
  async revokeMadeBy(transaction: ClinicTransaction, { id }: Pick<Staff, 'id'>): Promise<void> {
    await this.links.deleteMadeBy(transaction, id);
  }

  async revoke(transaction: Transaction, { clinicId, id }: Pick<Staff, 'clinicId' | 'id'>): Promise<void> {
    await this.links.deleteOf(transaction, { clinicId, staffId: id });
  }

  private base(): string {
    return this.environment.publicUrl ?? `http://localhost:${this.environment.port}`;
  }
}

export function notValid(): Problem {
  return new Problem(
    'link-not-valid',
    'This link was used, has expired, or was replaced by a newer one. Ask for a new link.',
  );
}
