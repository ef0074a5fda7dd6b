import { Injectable } from '@nestjs/common';
import { AuditBufferService } from '../../audit/audit-buffer.service.js';
import type { AuditSubject } from '../../audit/audit-event.repository.js';
import { Clock } from '../../clock.js';
import type { ClinicTransaction } from '../../database/transaction.js';
import { TransactionService } from '../../database/transaction.service.js';
import type { RequestSource } from '../../http/incoming/client-address.js';
import { Problem } from '../../http/problem.js';
import type { Staff } from '../people/staff.entity.js';
import { StaffRepository } from '../people/staff.repository.js';
import type { FactorKind } from '../second-factor/required.js';
import { SecondFactorRepository } from '../second-factor/second-factor.repository.js';
import { maySignInHere } from './required-provider.js';
import { knownDevice, type KnownDevice } from './known-device.js';
import { passwordMatches } from './password.js';
import { SignInThrottleService } from './sign-in-throttle.service.js';
import type { SignInRequest } from './sign-in.dto.js';

/** In place of the clinic and the person of a name that nobody has. */
const NOBODY = '00000000-0000-0000-0000-000000000000';

/** Where somebody signs in: browser, what it kept of a sign-in before, and the request. */
export interface SignInOrigin {
  userAgent: string | undefined;
  device: string | undefined;
  /** What it keeps of a way to the identity provider. */
  sso: string | undefined;
  source: RequestSource;
}

/** A person whose password was typed. */
export interface CheckedPerson {
  person: Staff;
  device: KnownDevice | null;
  /** The name under which the tries are counted: on a known device those of the device alone. */
  counted: string;
  /** What a sign-in asks for besides. */
  factors: readonly FactorKind[];
}

interface NamedPerson {
  person: Staff | null;
  factors: readonly FactorKind[];
  /** Whether the clinic lets them in without the identity provider. */
  isOpen: boolean;
}

/** Whose name and password were typed. */
@Injectable()
export class CredentialCheckService {
  constructor(
    private readonly transactions: TransactionService,
    private readonly staff: StaffRepository,
    private readonly factors: SecondFactorRepository,
    private readonly throttle: SignInThrottleService,
    private readonly clock: Clock,
    private readonly audit: AuditBufferService,
  ) {}

  /** @throws Problem 401, the same for every wrong pair; 429 while the name has to wait. */
  async check({ email, password }: SignInRequest, { device: cookie, source }: SignInOrigin): Promise<CheckedPerson> {
    const { person, factors, isOpen } = await this.personOf(email);
    const device = knownDevice(person, cookie);
    const counted = device ? `${email} ${device.id}` : email;
    await this.throttle.count(counted);
    const matches = await passwordMatches(person?.status === 'active' ? person.passwordHash : null, password);
    if (!person) throw signInRefused();
    // Told apart from a wrong password in what is kept alone: who guesses learns nothing of either.
    if (!matches || !isOpen) {
      await this.noteRefusal(person, source, matches ? { detail: 'single sign-on is required' } : {});
      throw signInRefused();
    }
    return { person, device, counted, factors };
  }

  /** Forgets the tries of a person who signed in. */
  async clear(transaction: ClinicTransaction, { counted }: CheckedPerson): Promise<void> {
    await this.throttle.clear(transaction, counted);
  }

  /** Keeps that somebody was refused under the name of a person. */
  async noteRefusal({ clinicId, id }: Staff, source: RequestSource, subject: AuditSubject = {}): Promise<void> {
    const actor = { clinicId, staffId: id, at: this.clock.now(), ...source };
    await this.audit.note(actor, 'session.refused', subject);
  }

  /** The person of a sign-in name. An unknown name asks the same questions as a known one. */
  private async personOf(name: string): Promise<NamedPerson> {
    const found = await this.transactions.runGlobal((transaction) => this.staff.findSignInName(transaction, name));
    const { clinicId, staffId } = found ?? { clinicId: NOBODY, staffId: NOBODY };
    return this.transactions.run(clinicId, async (transaction) => {
      // Sent together: nobody waits for the second one.
      const asked = [
        this.staff.find(transaction, staffId),
        this.factors.kindsOf(transaction, staffId),
        this.staff.findClinic(transaction),
      ] as const;
      const [person, factors, clinic] = await Promise.all(asked);
      return { person, factors, isOpen: clinic === null || maySignInHere(clinic, staffId) };
    });
  }
}

export function signInRefused(): Problem {
  return new Problem('sign-in-refused', 'Name and password do not match. Nobody was signed in.');
}
