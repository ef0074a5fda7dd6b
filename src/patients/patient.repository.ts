import { Injectable } from '@nestjs/common';
import { violates } from '../database/sql-state.js';
import type { ClinicTransaction } from '../database/transaction.js';
import type { Actor } from '../staff/sessions/actor.js';
import { chartKeysOf } from './chart-keys.js';
import type { LookAlike } from './look-alike.js';
import { NEW_PATIENT_COLUMNS, type NewPatients } from './new-patients.js';
import { Patient } from './patient.entity.js';

export class ChartNumberTaken extends Error {}

@Injectable()
export class PatientRepository {
  /** @throws ChartNumberTaken */
  async insert({ manager }: ClinicTransaction, patient: Patient): Promise<void> {
    await explained(manager.insert(Patient, patient));
  }

  async find({ manager, clinicId }: ClinicTransaction, id: string): Promise<Patient | null> {
    return manager.findOneBy(Patient, { clinicId, id });
  }

  /** The patient, kept from changing until the transaction ends. */
  async findLocked({ manager, clinicId }: ClinicTransaction, id: string): Promise<Patient | null> {
    return manager.findOne(Patient, {
      where: { clinicId, id },
      lock: { mode: 'pessimistic_write' },
    });
  }

  async findByChartNumber({ manager, clinicId }: ClinicTransaction, chartNumber: string): Promise<Patient | null> {
    return manager.findOneBy(Patient, { clinicId, chartNumber });
  }

  /** The patients with these chart numbers; the numbers that are nobody's are left out. */
  async listByChartNumbers({ manager, clinicId }: ClinicTransaction, chartNumbers: string[]): Promise<Patient[]> {
    return manager
      .createQueryBuilder(Patient, 'patient')
      .where('patient.clinicId = :clinicId', { clinicId })
      .andWhere('patient.chartNumber = ANY(:chartNumbers)', { chartNumbers })
      .getMany();
  }

  /** For each of these chart numbers that looks like another patient's, that patient's number; the first of several. */
  async alikeNumbers({ manager, clinicId }: ClinicTransaction, chartNumbers: string[]): Promise<Map<string, string>> {
    const keys = chartNumbers.map(chartKeysOf);
    const found = await manager.query<{ asked: string; alike: string }[]>(ALIKE_NUMBERS, [
      clinicId,
      chartNumbers,
      keys.map(({ chartKey }) => chartKey),
      keys.map(({ shortChartKey }) => shortChartKey),
    ]);
    return new Map(found.map(({ asked, alike }) => [asked, alike]));
  }

  /**
   * Adds many new patients of one request in one statement.
   * @throws ChartNumberTaken
   */
  async insertMany({ manager, clinicId }: ClinicTransaction, actor: Actor, patients: NewPatients): Promise<void> {
    const columns = NEW_PATIENT_COLUMNS.map((column) => patients[column]);
    await explained(manager.query(INSERT_MANY, [clinicId, actor.at, actor.staffId, actor.requestId, ...columns]));
  }

  /** Other patients who may be the same: alike by chart number, or by initials, year of birth and sex. */
  async listLookAlikes({ manager }: ClinicTransaction, patient: Patient): Promise<LookAlike[]> {
    const { clinicId, id, chartKey, shortChartKey, chartNumber } = patient;
    const { birthYear, sex, initials } = patient;
    // Numbers without a letter or a digit have an empty key, by which nothing is alike.
    const keys = [chartKey || null, shortChartKey || null];
    const parameters = [clinicId, chartNumber, ...keys, birthYear, sex, initials, id];
    return manager.query<LookAlike[]>(LOOK_ALIKES, parameters);
  }

  /**
   * Patients by chart number, those after a number, at most `limit`: whose number begins like what was typed, but for
   * case and punctuation, without the one whose number is just that, and whose number holds this part in the same way.
   */
  async list(
    { manager, clinicId }: ClinicTransaction,
    { typed, part, after, limit }: { typed: string; part: string; after: string; limit: number },
  ): Promise<Patient[]> {
    const { chartKey } = chartKeysOf(typed);
    const begins = chartKey === '' ? 'patient.chartNumber, :typed' : 'patient.chartKey, :chartKey';
    const { chartKey: partKey } = chartKeysOf(part);
    const holds = partKey === '' ? ':part IN patient.chartNumber' : ':partKey IN patient.chartKey';
    return manager
      .createQueryBuilder(Patient, 'patient')
      .where('patient.clinicId = :clinicId', { clinicId })
      .andWhere(`position(${holds}) > 0`, { part, partKey })
      .andWhere(`starts_with(${begins})`, { typed, chartKey })
      .andWhere('patient.chartNumber <> :typed', { typed })
      .andWhere('patient.chartNumber > :after', { after })
      .orderBy('patient.chartNumber', 'ASC')
      .limit(limit)
      .getMany();
  }

  /**
   * Writes the changed patient over the row that was locked before.
   * @throws ChartNumberTaken
   */
  async update({ manager }: ClinicTransaction, { clinicId, id, ...row }: Patient): Promise<void> {
    await explained(manager.update(Patient, { clinicId, id }, row));
  }
}

const INSERT_MANY = `
  INSERT INTO patient (clinic_id, id, chart_number, chart_key, short_chart_key, initials, birth_year, sex, version,
    created_at, changed_at, changed_by, request_id)
  SELECT $1::uuid, id, chart_number, chart_key, short_chart_key, initials, birth_year, sex, 1,
    $2::timestamptz, $2::timestamptz, $3::uuid, $4::text
  FROM unnest($5::uuid[], $6::text[], $7::text[], $8::text[], $9::text[], $10::smallint[], $11::text[])
  AS added (id, chart_number, chart_key, short_chart_key, initials, birth_year, sex)
  RETURNING id`;

/** A few are enough to look at. */
const LOOK_ALIKES = `
  SELECT p.id, p.chart_number AS "chartNumber",
    coalesce(p.chart_key = $3 OR p.short_chart_key = $4, false) AS "byChartNumber"
  FROM patient p
  WHERE p.clinic_id = $1 AND p.chart_number <> $2
    AND p.id <> $8
    AND (p.chart_key = $3 OR p.short_chart_key = $4 OR (
      p.birth_year = $5 AND p.sex = $6
      AND upper(replace(p.initials, '.', '')) = upper(replace($7, '.', ''))))
  ORDER BY "byChartNumber" DESC, p.chart_number
  LIMIT 10`;

/** Two joins, as each has an index; one with OR has none. */
const ALIKE_NUMBERS = `
  WITH asked AS (
    SELECT * FROM unnest($2::text[], $3::text[], $4::text[]) AS a(chart_number, chart_key, short_chart_key)
  )
  SELECT asked, min(alike) AS alike FROM (
    SELECT a.chart_number AS asked, p.chart_number AS alike FROM asked a
    JOIN patient p ON p.clinic_id = $1 AND p.chart_key = a.chart_key AND a.chart_key <> ''
    UNION ALL
    SELECT a.chart_number, p.chart_number FROM asked a
    JOIN patient p ON p.clinic_id = $1 AND p.short_chart_key = a.short_chart_key AND a.short_chart_key <> ''
  ) pair
  WHERE asked <> alike GROUP BY asked`;

async function explained(writing: Promise<unknown>): Promise<void> {
  try {
    await writing;
  } catch (error) {
    if (violates(error, 'patient_chart_number_key')) throw new ChartNumberTaken();
    throw error;
  }
}
