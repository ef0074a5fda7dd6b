import { Injectable } from '@nestjs/common';
import { PasskeyRepository } from '../passkeys/passkey.repository.js';
import { PersonResetService } from '../people/person-reset.service.js';
import type { Actor } from '../sessions/actor.js';
import { SecondFactorRepository } from './second-factor.repository.js';

const SECOND_FACTOR = {
  kind: 'second-factor-reset',
  action: 'second-factor.reset',
  own: 'Remove your own second factor under Account.',
  none: 'This person has no second factor. Nothing was changed.',
} as const;

/** What a director does for a person who lost the devices and the recovery codes. */
@Injectable()
export class FactorResetService {
  constructor(
    private readonly resets: PersonResetService,
    private readonly factors: SecondFactorRepository,
    private readonly passkeys: PasskeyRepository,
  ) {}

  /**
   * The person signs in with the password alone again; who did it is kept and told, as with a link for a new password.
   * @throws Problem 404 for nobody's id, 409 for the own one and where the person has no second factor.
   */
  async reset(actor: Actor, id: string): Promise<void> {
    await this.resets.reset(actor, id, SECOND_FACTOR, async (transaction) => {
      const hadApp = await this.factors.delete(transaction, id);
      return (await this.passkeys.deleteOf(transaction, id)) || hadApp;
    });
  }
}
