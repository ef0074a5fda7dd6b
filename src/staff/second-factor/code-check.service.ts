import { Injectable } from '@nestjs/common';
import type { ClinicTransaction } from '../../database/transaction.js';
import { rulesBroken, type Problem } from '../../http/problem.js';
import { SecretBoxService, type SealedSecret } from '../../signing/secret-box.service.js';
import { SignInThrottleService } from '../sign-in/sign-in-throttle.service.js';
import { withoutRecoveryCode } from './recovery-codes.js';
import type { SecondFactor } from './second-factor.entity.js';
import { SecondFactorRepository } from './second-factor.repository.js';
import { isTotpCode, newTotpSecret, timeStepOf } from './totp.js';

/** A code of the app, or one that was written down. */
export type CodeKind = 'app code' | 'recovery code';

/** Whether a code that a person typed is theirs. */
@Injectable()
export class CodeCheckService {
  constructor(
    private readonly factors: SecondFactorRepository,
    private readonly secrets: SecretBoxService,
    private readonly throttle: SignInThrottleService,
  ) {}

  /** A secret for the app of a person, as a QR code says it and as it is kept. */
  async newSecret(
    person: Pick<SecondFactor, 'clinicId' | 'staffId'>,
    name: string,
  ): Promise<{ secret: string; uri: string; stored: SealedSecret }> {
    const { secret, uri } = newTotpSecret(name);
    return { secret, uri, stored: await this.secrets.seal(secret, placeOf(person)) };
  }

  /** Counts a try before the code is looked at. @param who As it is counted. @throws Problem 429 while they have to wait. */
  async count(who: string): Promise<void> {
    await this.throttle.count(nameOf(who), 'codes');
  }

  /**
   * Uses a code up, in the transaction that it is for: the same code is not taken again.
   * @param factor Its row is locked.
   * @param isFirst Whether the code is the first of an app that is about to be in use: then no recovery code will do.
   * @param who As the try was counted.
   * @throws Problem 422 where the code is wrong or was used.
   */
  async use(
    transaction: ClinicTransaction,
    factor: SecondFactor,
    { code, who, at, isFirst = false }: { code: string; who: string; at: Date; isFirst?: boolean },
  ): Promise<CodeKind> {
    const typed = code.replace(/[\s-]/g, '');
    const isOfApp = isFirst || (isTotpCode(typed) && factor.confirmedAt !== null);
    const change = isOfApp ? await this.step(factor, typed, at) : recovery(factor, typed);
    if (change === null) throw wrongCode();
    const { clinicId, staffId } = factor;
    await this.factors.update(transaction, { clinicId, staffId, ...change });
    await this.throttle.clear(transaction, nameOf(who));
    return 'recoveryCodes' in change ? 'recovery code' : 'app code';
  }

  /** Also under the key file of now, where another one sealed it. */
  private async step(factor: SecondFactor, code: string, at: Date): Promise<Partial<SecondFactor> | null> {
    const { sealed, keyFile } = factor;
    if (sealed === null || keyFile === null) return null;
    const secret = this.secrets.open({ sealed, keyFile }, placeOf(factor));
    const lastTimeStep = await timeStepOf(code, secret, at, factor.lastTimeStep);
    if (lastTimeStep === null) return null;
    return { lastTimeStep, ...(await this.secrets.seal(secret, placeOf(factor))) };
  }
}

/** What a secret is kept for: it opens for nobody else. */
function placeOf({ clinicId, staffId }: Pick<SecondFactor, 'clinicId' | 'staffId'>): string {
  return `${clinicId} ${staffId} second factor`;
}

function recovery({ recoveryCodes: all }: SecondFactor, typed: string): Partial<SecondFactor> | null {
  const recoveryCodes = withoutRecoveryCode(all, typed);
  return recoveryCodes === null ? null : { recoveryCodes };
}

function nameOf(who: string): string {
  return `${who} code`;
}

function wrongCode(): Problem {
  const message = 'This code is wrong, or was used before. Type the one that your app shows now, or a recovery code.';
  return rulesBroken([{ pointer: '/code', rule: 'wrong-code', message }]);
}
