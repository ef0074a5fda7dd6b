import { Injectable } from '@nestjs/common';
import { TenantTransaction, type Transaction } from '../database/tenant-transaction.js';
import { yearOf } from '../domain/course/calendar.js';
import { IdempotencyService } from '../http/idempotency.service.js';
import { newId } from '../http/ids.js';
import { keyOf, pageOf } from '../http/page.js';
import { notFound, Problem, rulesBroken } from '../http/problem.js';
import { staleVersion } from '../http/version.js';
import type { Actor } from '../staff/actor.js';
import { ClinicCalendar } from '../staff/clinic-calendar.js';
import { toPatientResponse } from './patient.dto.js';
import type {
  NewPatient,
  PatientChange,
  PatientPageResponse,
  PatientQuery,
  PatientResponse,
} from './patient.dto.js';
import type { Patient } from './patient.entity.js';
import { ChartNumberTaken, PatientRepository } from './patient.repository.js';

@Injectable()
export class PatientService {
  constructor(
    private readonly transactions: TenantTransaction,
    private readonly patients: PatientRepository,
    private readonly calendar: ClinicCalendar,
    private readonly idempotency: IdempotencyService,
  ) {}

  /** @throws Problem 409 where the chart number is another patient's, 422 for a birth year to come. */
  async create(actor: Actor, body: NewPatient, key: string | undefined): Promise<PatientResponse> {
    const { clinicId, staffId, at, requestId } = actor;
    const patient: Patient = {
      clinicId,
      id: newId(),
      chartNumber: body.chartNumber,
      initials: body.initials ?? null,
      birthYear: body.birthYear ?? null,
      sex: body.sex ?? null,
      version: 1,
      createdAt: at,
      changedAt: at,
      changedBy: staffId,
      requestId,
    };
    const request = { clinicId, staffId, at, key, content: ['patient', body] };
    return this.transactions.run(clinicId, (transaction) =>
      this.idempotency.once(transaction, request, async () => {
        await this.checkBirthYear(transaction, actor, patient);
        await this.patients.insert(transaction, patient).catch(explainTaken);
        return toPatientResponse(patient);
      }),
    );
  }

  async list({ clinicId }: Actor, query: PatientQuery): Promise<PatientPageResponse> {
    const [after = ''] = keyOf(query.after, 1) ?? [];
    if (/\p{Cc}/u.test(after)) {
      throw new Problem('malformed', 'The cursor is not one that this list gave out.');
    }
    const { limit, chartNumber: startsWith = '' } = query;
    const rows = await this.transactions.run(clinicId, (transaction) =>
      this.patients.list(transaction, clinicId, { startsWith, after, limit: limit + 1 }),
    );
    return pageOf(rows, limit, ({ chartNumber }) => [chartNumber], toPatientResponse);
  }

  async read({ clinicId }: Actor, id: string): Promise<PatientResponse> {
    const patient = await this.transactions.run(clinicId, (transaction) =>
      this.patients.find(transaction, clinicId, id),
    );
    if (!patient) throw notFound('patient');
    return toPatientResponse(patient);
  }

  /** @throws Problem 404, 412, 409 where the chart number is another patient's, 422 for a birth year to come. */
  async change(
    actor: Actor,
    id: string,
    version: number,
    change: PatientChange,
  ): Promise<PatientResponse> {
    const { clinicId, staffId, at, requestId } = actor;
    return this.transactions.run(clinicId, async (transaction) => {
      const before = await this.patients.findLocked(transaction, clinicId, id);
      if (!before) throw notFound('patient');
      if (before.version !== version) throw staleVersion(toPatientResponse(before));
      const { chartNumber = before.chartNumber, initials, birthYear, sex } = change;
      const after: Patient = {
        ...before,
        chartNumber,
        initials: initials === undefined ? before.initials : initials,
        birthYear: birthYear === undefined ? before.birthYear : birthYear,
        sex: sex === undefined ? before.sex : sex,
        version: version + 1,
        changedAt: at,
        changedBy: staffId,
        requestId,
      };
      await this.checkBirthYear(transaction, actor, after);
      await this.patients.update(transaction, after).catch(explainTaken);
      return toPatientResponse(after);
    });
  }

  private async checkBirthYear(
    transaction: Transaction,
    actor: Actor,
    { birthYear }: Patient,
  ): Promise<void> {
    if (birthYear === null) return;
    const year = yearOf(await this.calendar.today(transaction, actor));
    if (birthYear <= year) return;
    const message = `The year of birth, ${birthYear}, is in the future: this is ${year}.`;
    throw rulesBroken([{ pointer: '/birthYear', rule: 'year-in-future', message }]);
  }
}

function explainTaken(error: unknown): never {
  if (!(error instanceof ChartNumberTaken)) throw error;
  throw new Problem(
    'conflict',
    'A patient with this chart number is recorded already. Open that patient, or check the number.',
  );
}
