import { Injectable } from '@nestjs/common';
import type { ClinicTransaction } from '../../database/transaction.js';
import { Environment } from '../../environment.js';
import { Problem, rulesBroken } from '../../http/problem.js';
import { StaffRepository } from '../people/staff.repository.js';
import type { Actor } from '../sessions/actor.js';
import { SsoRepository } from '../sso/sso.repository.js';

/** Whether a clinic may require single sign-on of everybody but one director. */
@Injectable()
export class BreakGlassService {
  constructor(
    private readonly staff: StaffRepository,
    private readonly sso: SsoRepository,
    private readonly environment: Environment,
  ) {}

  /**
   * Somebody has to get in whatever becomes of the provider, and who requires it must be able to come back.
   * @param id Of the director who is named; kept from changing until the transaction ends.
   * @throws Problem 409 without a provider, and where the actor could not sign in any more; 422 for who can't be named.
   */
  async check(transaction: ClinicTransaction, { staffId }: Actor, id: string): Promise<void> {
    if (this.environment.identityProvider === null) {
      throw new Problem(
        'conflict',
        'No identity provider is set up for this service, so single sign-on can’t be required.',
      );
    }
    const directors = await this.staff.lockActiveDirectors(transaction);
    const named = directors.includes(id) ? await this.staff.find(transaction, id) : null;
    if (!named) throw refused('This is no active director of the clinic.');
    if (named.passwordHash === null)
      throw refused('This director has no password. Make a link to choose one first, under Staff.');
    if (id === staffId || (await this.sso.findOf(transaction, staffId))) return;
    throw new Problem('conflict', 'Link your own account first, under Account: you could not sign in any more.');
  }
}

function refused(message: string): Problem {
  return rulesBroken([{ pointer: '/breakGlassDirectorId', rule: 'break-glass-director', message }]);
}
