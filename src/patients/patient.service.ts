import { Injectable } from '@nestjs/common';
import { changedFields, recordEvent } from '../audit/audit-event.repository.js';
import { fieldChanges } from '../audit/field-changes.js';
import type { Page } from '../http/page.js';
import type { ClinicTransaction } from '../database/transaction.js';
import { TransactionService } from '../database/transaction.service.js';
import { yearOf } from '../domain/calendar/calendar.js';
import { IdempotencyService } from '../idempotency/idempotency.service.js';
import { newId } from '../http/ids.js';
import { keyOf, notGivenOut, pageOf } from '../http/page.js';
import { notFound, Problem, rulesBroken } from '../http/problem.js';
import { staleVersion } from '../http/version.js';
import type { Actor } from '../staff/sessions/actor.js';
import { ClinicCalendarService } from '../staff/clinic/clinic-calendar.service.js';
import { chartKeysOf } from './chart-keys.js';
import { looksAlike, newlyAlike } from './look-alike.js';
import { toPatientResponse } from './patient.dto.js';
import type { NewPatient, PatientChange, PatientQuery, PatientResponse } from './patient.dto.js';
import type { Patient } from './patient.entity.js';
import { ChartNumberTaken, PatientRepository } from './patient.repository.js';

/** What people correct of a patient. */
const PATIENT_FIELDS = ['chartNumber', 'initials', 'birthYear', 'sex', 'overrideReason'] as const;

@Injectable()
export class PatientService {
  constructor(
    private readonly transactions: TransactionService,
    private readonly patients: PatientRepository,
    private readonly calendar: ClinicCalendarService,
    private readonly idempotency: IdempotencyService,
  ) {}

  /**
   * Adds a patient; where another looks the same, only with an `overrideReason`.
   * @throws Problem 409 where the chart number is another patient's, 422 for a birth year to come, and with the patients
   *   who look the same.
   */
  async create(actor: Actor, body: NewPatient, key: string | undefined): Promise<PatientResponse> {
    const { clinicId, staffId, at, requestId } = actor;
    const patient: Patient = {
      clinicId,
      id: newId(),
      chartNumber: body.chartNumber,
      ...chartKeysOf(body.chartNumber),
      initials: body.initials ?? null,
      birthYear: body.birthYear ?? null,
      sex: body.sex ?? null,
      overrideReason: null,
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
        const lookAlikes = await this.patients.listLookAlikes(transaction, patient);
        const overrideReason = lookAlikes.length > 0 ? (body.overrideReason ?? null) : null;
        const added = { ...patient, overrideReason };
        // A number that is taken comes first; the warning undoes the insertion.
        await this.patients.insert(transaction, added).catch(explainTaken);
        if (lookAlikes.length > 0 && overrideReason === null) throw looksAlike(lookAlikes, 'added');
        await recordEvent(transaction, actor, 'patient.added', { subjectId: added.id });
        return toPatientResponse(added);
      }),
    );
  }

  async list({ clinicId }: Actor, query: PatientQuery): Promise<Page<PatientResponse>> {
    const [after = ''] = keyOf(query.after, 1) ?? [];
    if (/\p{Cc}/u.test(after)) throw notGivenOut();
    const { limit, chartNumber: typed = '', chartNumberPart = '' } = query;
    return this.transactions.run(clinicId, async (transaction) => {
      const exact = query.after === undefined ? await this.patients.findByChartNumber(transaction, typed) : null;
      const page = { typed, part: chartNumberPart, after, limit: limit + 1 };
      const others = await this.patients.list(transaction, page);
      // Who types a whole number finds that patient first; the others follow from the beginning.
      const placeOf = (patient: Patient) => [patient === exact ? '' : patient.chartNumber];
      return pageOf(exact ? [exact, ...others] : others, limit, placeOf, toPatientResponse);
    });
  }

  async read({ clinicId }: Actor, id: string): Promise<PatientResponse> {
    const patient = await this.transactions.run(clinicId, (transaction) => this.patients.find(transaction, id));
    if (!patient) throw notFound('patient');
    return toPatientResponse(patient);
  }

  /**
   * Corrects a patient; where that makes another look the same, only with an `overrideReason`.
   * @throws Problem 404, 412, 409 where the chart number is another patient's, 422 for a birth year to come, and with the
   *   patients who look the same.
   */
  async change(actor: Actor, id: string, version: number, change: PatientChange): Promise<PatientResponse> {
    const { clinicId } = actor;
    return this.transactions.run(clinicId, async (transaction) => {
      const before = await this.patients.findLocked(transaction, id);
      if (!before) throw notFound('patient');
      if (before.version !== version) throw staleVersion(toPatientResponse(before));
      const after = corrected(before, change, actor);
      await this.checkBirthYear(transaction, actor, after);
      const lookAlikes = await this.newLookAlikes(transaction, before, after);
      const asked = lookAlikes.length > 0;
      const overrideReason = asked ? (change.overrideReason ?? null) : before.overrideReason;
      const saved = { ...after, overrideReason };
      await this.patients.update(transaction, saved).catch(explainTaken);
      if (asked && overrideReason === null) throw looksAlike(lookAlikes, 'corrected');
      const changes = fieldChanges(before, saved, PATIENT_FIELDS);
      await recordEvent(transaction, actor, 'patient.changed', {
        subjectId: id,
        detail: changedFields(change),
        changes,
      });
      return toPatientResponse(saved);
    });
  }

  private async newLookAlikes(transaction: ClinicTransaction, before: Patient, after: Patient) {
    return newlyAlike(
      await this.patients.listLookAlikes(transaction, after),
      await this.patients.listLookAlikes(transaction, before),
    );
  }

  private async checkBirthYear(transaction: ClinicTransaction, actor: Actor, { birthYear }: Patient): Promise<void> {
    if (birthYear === null) return;
    const year = yearOf(await this.calendar.today(transaction, actor));
    if (birthYear <= year) return;
    const message = `The year of birth, ${birthYear}, is in the future: this is ${year}.`;
    throw rulesBroken([{ pointer: '/birthYear', rule: 'year-in-future', message }]);
  }
}

function corrected(before: Patient, change: PatientChange, actor: Actor): Patient {
  const { chartNumber = before.chartNumber, initials, birthYear, sex } = change;
  return {
    ...before,
    chartNumber,
    ...chartKeysOf(chartNumber),
    initials: initials === undefined ? before.initials : initials,
    birthYear: birthYear === undefined ? before.birthYear : birthYear,
    sex: sex === undefined ? before.sex : sex,
    version: before.version + 1,
    changedAt: actor.at,
    changedBy: actor.staffId,
    requestId: actor.requestId,
  };
}

function explainTaken(error: unknown): never {
  if (!(error instanceof ChartNumberTaken)) throw error;
  throw new Problem(
    'conflict',
    'A patient with this chart number is recorded already. Open that patient, or check the number.',
  );
}
