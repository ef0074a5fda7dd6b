import { Injectable } from '@nestjs/common';
import { AuditBufferService } from '../../audit/audit-buffer.service.js';
import { recordEvent } from '../../audit/audit-event.repository.js';
import type { ClinicTransaction } from '../../database/transaction.js';
import { TransactionService } from '../../database/transaction.service.js';
import type { AuditAction } from '../../domain/audit/actions.js';
import { notFound, Problem } from '../../http/problem.js';
import { StaffRepository } from '../people/staff.repository.js';
import type { Actor } from '../sessions/actor.js';
import { SessionRepository } from '../sessions/session.repository.js';
import { CodeCheckService } from './code-check.service.js';
import { isRequiredOf } from './required.js';
import { newRecoveryCodes } from './recovery-codes.js';
import {
  toSecondFactorResponse,
  type RecoveryCodesResponse,
  type SecondFactorResponse,
  type SecondFactorSecretResponse,
} from './second-factor.dto.js';
import type { SecondFactor } from './second-factor.entity.js';
import { SecondFactorRepository } from './second-factor.repository.js';

/** The authenticator app and the recovery codes of the person who asks. */
@Injectable()
export class SecondFactorService {
  constructor(
    private readonly transactions: TransactionService,
    private readonly staff: StaffRepository,
    private readonly sessions: SessionRepository,
    private readonly factors: SecondFactorRepository,
    private readonly codes: CodeCheckService,
    private readonly audit: AuditBufferService,
  ) {}

  async read({ clinicId, staffId }: Actor): Promise<SecondFactorResponse> {
    const find = (transaction: ClinicTransaction) => this.factors.find(transaction, staffId);
    return toSecondFactorResponse(await this.transactions.run(clinicId, find));
  }

  /** Makes a secret for an app; it counts once a code of the app is confirmed. @throws Problem 409 where one is in use. */
  async begin(actor: Actor): Promise<SecondFactorSecretResponse> {
    const { clinicId, staffId, at } = actor;
    return this.transactions.run(clinicId, async (transaction) => {
      const person = await this.staff.find(transaction, staffId);
      if (!person) throw notFound('person');
      const { secret, uri, stored } = await this.codes.newSecret(actor, person.email);
      const state = { createdAt: at, confirmedAt: null, lastTimeStep: null, recoveryCodes: [] };
      if (!(await this.factors.begin(transaction, { clinicId, staffId, ...stored, ...state }))) throw inUse();
      await recordEvent(transaction, actor, 'second-factor.begun');
      return { secret, uri };
    });
  }

  /** Takes the secret into use with a first code of the app. All other sessions of the person end. */
  async confirm(actor: Actor, sessionId: string, code: string): Promise<RecoveryCodesResponse> {
    return this.withCode(actor, code, 'second-factor.set-up', async (transaction, factor) => {
      if (factor.confirmedAt !== null) throw inUse();
      if (factor.sealed === null) throw notInUse();
      const { codes, hashes } = newRecoveryCodes();
      const { clinicId, staffId } = factor;
      await this.factors.update(transaction, { clinicId, staffId, confirmedAt: actor.at, recoveryCodes: hashes });
      await this.sessions.deleteOthers(transaction, staffId, sessionId);
      await this.sessions.noteFactor(transaction, sessionId, { verifiedAt: actor.at, enrolling: false });
      return { recoveryCodes: codes };
    });
  }

  /** Makes ten new recovery codes for who has shown a second factor just now, also without an app. @throws Problem 409 where there is none. */
  async makeCodes(actor: Actor): Promise<RecoveryCodesResponse> {
    const { clinicId, staffId, at } = actor;
    return this.transactions.run(clinicId, async (transaction) => {
      await this.staff.findLocked(transaction, staffId);
      if ((await this.factors.kindsOf(transaction, staffId)).length === 0) throw nothingToReplace();
      const { codes, hashes } = newRecoveryCodes();
      await this.factors.putCodes(transaction, { staffId, hashes, at });
      await recordEvent(transaction, actor, 'second-factor.codes-renewed');
      return { recoveryCodes: codes };
    });
  }

  /** The same for who has an app, with a code of it. */
  async renewCodes(actor: Actor, code: string): Promise<RecoveryCodesResponse> {
    return this.withCode(actor, code, 'second-factor.codes-renewed', async (transaction, factor) => {
      if (factor.confirmedAt === null) throw notInUse();
      const { codes, hashes } = newRecoveryCodes();
      const { clinicId, staffId } = factor;
      await this.factors.update(transaction, { clinicId, staffId, recoveryCodes: hashes });
      return { recoveryCodes: codes };
    });
  }

  /** From now on the person signs in with the password alone, or, where the clinic requires it, sets up another app. */
  async remove(actor: Actor, sessionId: string, code: string): Promise<void> {
    await this.withCode(actor, code, 'second-factor.removed', async (transaction, factor) => {
      if (factor.confirmedAt === null) throw notInUse();
      await this.factors.deleteApp(transaction, factor);
      const rule = (await this.staff.findClinic(transaction))?.secondFactor ?? 'optional';
      const hasPasskey = (await this.factors.kindsOf(transaction, factor.staffId)).length > 0;
      const enrolling = !hasPasskey && isRequiredOf(rule, actor.role);
      await this.sessions.deleteOthers(transaction, factor.staffId, sessionId);
      await this.sessions.noteFactor(transaction, sessionId, { verifiedAt: hasPasskey ? actor.at : null, enrolling });
    });
  }

  /** Notes that the person typed a code just now. */
  async verify(actor: Actor, sessionId: string, code: string): Promise<void> {
    await this.withCode(actor, code, 'second-factor.shown', async (transaction) => {
      await this.sessions.noteFactor(transaction, sessionId, { verifiedAt: actor.at });
    });
  }

  /** Does something that takes a code, once the code is used up. @throws Problem 409, 422 or 429. */
  private async withCode<T>(
    actor: Actor,
    code: string,
    action: AuditAction,
    work: (transaction: ClinicTransaction, factor: SecondFactor) => Promise<T>,
  ): Promise<T> {
    const { clinicId, staffId, at } = actor;
    const who = `${staffId} signed in`;
    await this.codes.count(who);
    return this.transactions.run(clinicId, async (transaction) => {
      const factor = await this.factors.findLocked(transaction, staffId);
      const isFirst = action === 'second-factor.set-up';
      if (!factor) throw notInUse();
      await this.codes.use(transaction, factor, { code, who, at, isFirst }).catch(async (error: unknown) => {
        await this.audit.note(actor, 'second-factor.refused');
        throw error;
      });
      const result = await work(transaction, factor);
      await recordEvent(transaction, actor, action);
      return result;
    });
  }
}

function inUse(): Problem {
  return new Problem('conflict', 'You have an authenticator app already. Remove it first, then set up another one.');
}

function nothingToReplace(): Problem {
  return new Problem(
    'conflict',
    'Recovery codes are for who signs in with an authenticator app or a passkey. Add one of them first.',
  );
}

function notInUse(): Problem {
  return new Problem('conflict', 'There is no authenticator app to do this with. Begin to set one up first.');
}
