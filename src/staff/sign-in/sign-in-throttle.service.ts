import { Injectable } from '@nestjs/common';
import { Clock } from '../../clock.js';
import type { ClinicTransaction } from '../../database/transaction.js';
import { TransactionService } from '../../database/transaction.service.js';
import { Problem } from '../../http/problem.js';
import { SignInFailureRepository } from './sign-in-failure.repository.js';
import { hashOfSecret } from '../links/token.js';
import { counted } from '../../domain/numbers/words.js';

const DAY = 24 * 60 * 60_000;
const FREE_TRIES = 3;
const LONGEST = 15 * 60_000;

/**
 * How long must a person wait after this many tries in a row that did not succeed?
 * @returns Milliseconds: none up to three, then 2, 4, 8 ... seconds, at most 15 minutes.
 */
export function delayAfter(tries: number): number {
  if (tries <= FREE_TRIES) return 0;
  return Math.min(LONGEST, 1000 * 2 ** Math.min(20, tries - FREE_TRIES));
}

/** The growing delay against guessing, the same for names that exist and names that don't. */
@Injectable()
export class SignInThrottleService {
  constructor(
    private readonly transactions: TransactionService,
    private readonly failures: SignInFailureRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * Counts a try before the password or the code is looked at, so that guesses sent at once gain nothing.
   * @throws Problem 429 while the name has to wait.
   */
  async count(name: string, what: 'passwords' | 'codes' = 'passwords'): Promise<void> {
    const nameHash = hashOfSecret(name);
    const wait = await this.transactions.runGlobal(async (transaction) => {
      const at = this.clock.now();
      const before = await this.failures.lock(transaction, nameHash, at);
      const blocked = before.blockedUntil.getTime() - at.getTime();
      const longest = delayAfter(before.failures);
      if (blocked > longest) {
        // The clock was set back since: the wait begins again, and grows no longer.
        await this.failures.update(transaction, { ...before, blockedUntil: new Date(at.getTime() + longest) });
        return longest;
      }
      if (blocked > 0) return blocked;
      const failures = before.failures + 1;
      const blockedUntil = new Date(at.getTime() + delayAfter(failures));
      await this.failures.update(transaction, { nameHash, failures, blockedUntil });
      return 0;
    });
    if (wait > 0) throw tooManyTries(what, Math.ceil(wait / 1000));
  }

  /** Forgets the tries of a name that signed in, and those of others that are long over. */
  async clear(transaction: ClinicTransaction, name: string): Promise<void> {
    await this.failures.delete(transaction, hashOfSecret(name));
    const dayAgo = new Date(this.clock.now().getTime() - DAY);
    await this.failures.deleteBefore(transaction, dayAgo);
  }
}

function tooManyTries(what: 'passwords' | 'codes', seconds: number): Problem {
  const remedy = what === 'passwords' ? ', or ask a director for a new link' : '';
  return new Problem(
    'too-many',
    `Too many wrong ${what} for this name. Try again in ${counted(seconds, 'second')}${remedy}.`,
    {},
    { 'retry-after': String(seconds) },
  );
}
