import { Injectable } from '@nestjs/common';
import { violates } from '../database/sql-state.js';
import type { Transaction } from '../database/tenant-transaction.js';
import { Patient } from './patient.entity.js';

export class ChartNumberTaken extends Error {}

@Injectable()
export class PatientRepository {
  /** @throws ChartNumberTaken */
  async insert(transaction: Transaction, patient: Patient): Promise<void> {
    await explained(transaction.insert(Patient, patient));
  }

  async find(transaction: Transaction, clinicId: string, id: string): Promise<Patient | null> {
    return transaction.findOneBy(Patient, { clinicId, id });
  }

  /** The patient, kept from changing until the transaction ends. */
  async findLocked(
    transaction: Transaction,
    clinicId: string,
    id: string,
  ): Promise<Patient | null> {
    return transaction.findOne(Patient, {
      where: { clinicId, id },
      lock: { mode: 'pessimistic_write' },
    });
  }

  async findByChartNumber(
    transaction: Transaction,
    clinicId: string,
    chartNumber: string,
  ): Promise<Patient | null> {
    return transaction.findOneBy(Patient, { clinicId, chartNumber });
  }

  /** The patients with these chart numbers; the numbers that are nobody's are left out. */
  async listByChartNumbers(
    transaction: Transaction,
    clinicId: string,
    chartNumbers: string[],
  ): Promise<Patient[]> {
    return transaction
      .createQueryBuilder(Patient, 'patient')
      .where('patient.clinicId = :clinicId', { clinicId })
      .andWhere('patient.chartNumber = ANY(:chartNumbers)', { chartNumbers })
      .getMany();
  }

  /**
   * Adds many patients in one statement.
   * @throws ChartNumberTaken
   */
  async insertMany(transaction: Transaction, patients: Patient[]): Promise<void> {
    const column = (key: keyof Patient) => patients.map((patient) => patient[key]);
    await explained(
      transaction.query(INSERT_MANY, [
        column('clinicId'),
        column('id'),
        column('chartNumber'),
        column('initials'),
        column('birthYear'),
        column('sex'),
        column('version'),
        column('createdAt'),
        column('changedAt'),
        column('changedBy'),
        column('requestId'),
      ]),
    );
  }

  /** Patients by chart number, those after a number, at most `limit`. */
  async list(
    transaction: Transaction,
    clinicId: string,
    { startsWith, after, limit }: { startsWith: string; after: string; limit: number },
  ): Promise<Patient[]> {
    return transaction
      .createQueryBuilder(Patient, 'patient')
      .where('patient.clinicId = :clinicId', { clinicId })
      .andWhere('starts_with(patient.chartNumber, :startsWith)', { startsWith })
      .andWhere('patient.chartNumber > :after', { after })
      .orderBy('patient.chartNumber', 'ASC')
      .limit(limit)
      .getMany();
  }

  /**
   * Writes the changed patient over the row that was locked before.
   * @throws ChartNumberTaken
   */
  async update(transaction: Transaction, patient: Patient): Promise<void> {
    const { clinicId, id, chartNumber, initials, birthYear, sex } = patient;
    const { version, changedAt, changedBy, requestId } = patient;
    await explained(
      transaction.update(
        Patient,
        { clinicId, id },
        { chartNumber, initials, birthYear, sex, version, changedAt, changedBy, requestId },
      ),
    );
  }
}

const INSERT_MANY = `
  INSERT INTO patient (clinic_id, id, chart_number, initials, birth_year, sex, version, created_at, changed_at,
    changed_by, request_id)
  SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::smallint[], $6::text[], $7::integer[],
    $8::timestamptz[], $9::timestamptz[], $10::uuid[], $11::text[])`;

async function explained(writing: Promise<unknown>): Promise<void> {
  try {
    await writing;
  } catch (error) {
    if (violates(error, 'patient_chart_number_key')) throw new ChartNumberTaken();
    throw error;
  }
}
