import { Injectable } from '@nestjs/common';
import { PersonResetService } from '../people/person-reset.service.js';
import type { Actor } from '../sessions/actor.js';
import { SsoRepository } from './sso.repository.js';

const LINK = {
  kind: 'sso-removal',
  action: 'sso.removed',
  own: 'Remove your own link under Account.',
  none: 'This person has linked no account there. Nothing was changed.',
} as const;

/** What a director does where the account of a person at the identity provider was mixed up. */
@Injectable()
export class SsoRemovalService {
  constructor(
    private readonly resets: PersonResetService,
    private readonly sso: SsoRepository,
  ) {}

  /**
   * Nobody signs in by it any more, also where it was the only way: a stranger is not left in until another one is found. All
   * sessions of the person end, as a passkey may have been added in one of a stranger. Who did it is kept and told.
   * @throws Problem 404 for nobody's id, 409 for the own one and where there is no link.
   */
  async remove(actor: Actor, id: string): Promise<void> {
    await this.resets.reset(actor, id, LINK, (transaction) => this.sso.deleteOf(transaction, id));
  }
}
