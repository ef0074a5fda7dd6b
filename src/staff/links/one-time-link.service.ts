import { Injectable } from '@nestjs/common';
import { Clock } from '../../clock.js';
import type { ClinicTransaction, GlobalTransaction, Transaction } from '../../database/transaction.js';
import { Environment } from '../../environment.js';
import { Problem } from '../../http/problem.js';
import type { LinkPurpose, OneTimeLink } from './one-time-link.entity.js';
import { OneTimeLinkRepository } from './one-time-link.repository.js';
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
    private readonly clock: Clock,
    private readonly environment: Environment,
  ) {}

  /** Makes a link for a person, or for the first set-up; those made before for the same are no longer valid. */
  async make(
    transaction: Transaction,
    purpose: LinkPurpose,
    person: Pick<Staff, 'clinicId' | 'id'> | null,
    by: { staffId: string | null; requestId: string },
  ): Promise<{ link: string; expiresAt: string }> {
    await this.revoke(transaction, person);
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

  /** Whose link this is, without using it up. @throws Problem 404 for a link of nobody. */
  async personOf(transaction: GlobalTransaction, token: string): Promise<{ clinicId: string; staffId: string }> {
    const link = await this.links.find(transaction, hashOfSecret(token));
    if (!link || link.clinicId === null || link.staffId === null) throw notValid();
    return { clinicId: link.clinicId, staffId: link.staffId };
  }

  /** Staff ids of the people of a clinic whose invitation can still be used. */
  async invited(transaction: ClinicTransaction): Promise<Set<string | null>> {
    const links = await this.links.listInvitations(transaction, this.clock.now());
    return new Set(links.map(({ staffId }) => staffId));
  }

  async revoke(transaction: Transaction, person: Pick<Staff, 'clinicId' | 'id'> | null): Promise<void> {
    const owner = person && { clinicId: person.clinicId, staffId: person.id };
    await this.links.deleteOf(transaction, owner);
  }

  private base(): string {
    return this.environment.publicUrl ?? `http://localhost:${this.environment.port}`;
  }
}

function notValid(): Problem {
  return new Problem(
    'link-not-valid',
    'This link was used, has expired, or was replaced by a newer one. Ask for a new link.',
  );
}
