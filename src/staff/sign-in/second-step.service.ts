import { Injectable } from '@nestjs/common';
import { Clock } from '../../clock.js';
import type { ClinicTransaction } from '../../database/transaction.js';
import { TransactionService } from '../../database/transaction.service.js';
import type { RequestSource } from '../../http/incoming/client-address.js';
import { Problem } from '../../http/problem.js';
import { CodeCheckService, type CodeKind } from '../second-factor/code-check.service.js';
import { takesCodes } from '../second-factor/recovery-codes.js';
import { SecondFactorRepository } from '../second-factor/second-factor.repository.js';
import { CredentialCheckService, type CheckedPerson } from './credential-check.service.js';

/** What is asked of a person who has a second factor, behind name and password. */
@Injectable()
export class SecondStepService {
  constructor(
    private readonly transactions: TransactionService,
    private readonly factors: SecondFactorRepository,
    private readonly codes: CodeCheckService,
    private readonly credentials: CredentialCheckService,
    private readonly clock: Clock,
  ) {}

  /**
   * Counts the try of a code. The password was right, so tries of it are forgotten: who mistypes codes has to wait for these alone.
   * @throws Problem 401 without a code, 429 while the person has to wait.
   */
  async begin(checked: CheckedPerson, code: string | undefined): Promise<void> {
    const { clinicId } = checked.person;
    await this.transactions.run(clinicId, (transaction) => this.credentials.clear(transaction, checked));
    if (code === undefined) throw codeNeeded(checked);
    await this.codes.count(checked.counted);
  }

  /**
   * Uses the code up, in the transaction that begins the session.
   * @returns Which kind of code it was; null for a person without a second factor.
   * @throws Problem 401, 422
   */
  async finish(
    transaction: ClinicTransaction,
    checked: CheckedPerson,
    code: string | undefined,
    source: RequestSource,
  ): Promise<CodeKind | null> {
    const { person, counted, factors } = checked;
    if (factors.length === 0) return null;
    const factor = await this.factors.findLocked(transaction, person.id);
    // Removed meanwhile, so that the next try needs no code, or passkeys are all there is.
    if (!takesCodes(factor) || code === undefined) throw codeNeeded(checked);
    const use = { code, who: counted, at: this.clock.now() };
    return this.codes.use(transaction, factor, use).catch(async (error: unknown) => {
      await this.credentials.noteRefusal(person, source, { detail: 'code' });
      throw error;
    });
  }
}

function codeNeeded({ factors }: CheckedPerson): Problem {
  const passkey = 'The password is right, but not enough: sign in with your passkey';
  const withoutApp = factors.includes('recovery-code') ? `${passkey}, or send a recovery code too.` : `${passkey}.`;
  const detail = factors.includes('app')
    ? 'The password is right. Send the code that your authenticator app shows too, or a recovery code.'
    : withoutApp;
  return new Problem('second-factor-needed', detail, { factors });
}
