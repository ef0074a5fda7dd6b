import { Injectable } from '@nestjs/common';
import { Course } from '../../courses/course.entity.js';
import type { ClinicTransaction } from '../../database/transaction.js';
import type { CourseStatus } from '../../domain/course/judgement/status.js';
import { chartKeysOf } from '../../patients/chart-keys.js';
import { Patient } from '../../patients/patient.entity.js';
import { silences, WITH_STATUS } from '../course-detail/course-list.repository.js';
import type { PatientSort } from './patient-summary.dto.js';

/** A part of the list of patients; `after` is the last one that was shown. */
export interface PatientsWanted {
  /** Part of a chart number; empty: all. */
  part: string;
  /** Of the latest course; `none`: without a course; null: all. */
  status: CourseStatus | 'none' | null;
  /** Today at the clinic. */
  today: string;
  sort: PatientSort;
  after: PatientPlace | null;
  limit: number;
}

/** Where a patient is in the list: by a number, smaller first, and then by the chart number. */
export interface PatientPlace {
  rank: number;
  chartNumber: string;
}

/** A patient with the course that was begun last. */
export interface ListedPatient {
  patient: Patient;
  latestCourse: Course | null;
  place: PatientPlace;
}

type WithCourse = Patient & { latestCourse: Course | null };

@Injectable()
export class PatientListRepository {
  /** Patients with their latest courses in this order, those after a place in it. */
  async list(
    { manager, clinicId }: ClinicTransaction,
    { part, status, today, sort, after, limit }: PatientsWanted,
  ): Promise<ListedPatient[]> {
    const rank = RANKS[sort];
    const { chartKey } = chartKeysOf(part);
    const query = manager
      .createQueryBuilder(Patient, 'patient')
      .leftJoinAndMapOne('patient.latestCourse', Course, 'course', LATEST)
      .addSelect(rank, 'rank')
      .where('patient.clinicId = :clinicId', { clinicId })
      .andWhere(`position(${chartKey === '' ? ':part IN patient.chartNumber' : ':chartKey IN patient.chartKey'}) > 0`)
      .setParameters({ part, chartKey })
      .orderBy('rank', 'ASC')
      .addOrderBy('patient.chartNumber', 'ASC')
      .limit(limit);
    if (status === 'none') query.andWhere('course.id IS NULL');
    else if (status !== null) query.andWhere(`course.id IS NOT NULL AND ${WITH_STATUS[status]}`, silences(today));
    if (after !== null)
      query.andWhere(sort === 'chartNumber' ? AFTER_NUMBER : `(${rank}, patient.chartNumber) > ${PLACE}`, after);
    const { entities, raw } = await query.getRawAndEntities<{ rank: number }>();
    return (entities as WithCourse[]).map((patient, at) => ({
      patient,
      latestCourse: patient.latestCourse,
      place: { rank: raw[at]?.rank ?? 0, chartNumber: patient.chartNumber },
    }));
  }
}

/** The course of a patient after which none was begun. */
const LATEST = `course.clinicId = :clinicId AND course.patientId = patient.id AND NOT EXISTS (SELECT 1 FROM course later
  WHERE later.clinic_id = :clinicId AND later.patient_id = course.patient_id AND later.number > course.number)`;

const AFTER_NUMBER = 'patient.chartNumber > :chartNumber';
const PLACE = '(:rank::int, :chartNumber)';

/** `currentScoreOf` of the domain for the six infusions, in SQL: their dates never run backwards. */
const SINCE_BASELINE = 'coalesce(course.score_6, course.score_5, course.score_4, course.score_3, course.score_2)';
const LAST_OF_ALL = 2 ** 31 - 1;

/** What the patients are sorted by, smaller first. */
const RANKS: Record<PatientSort, string> = {
  chartNumber: '0',
  latestStart: known(`DATE '2200-01-01' - course.started_on`),
  highestScore: known(`-coalesce(${SINCE_BASELINE}, course.score_1)`),
  leastImproved: known(`course.score_1 - ${SINCE_BASELINE}`),
};

function known(rank: string): string {
  return `coalesce(${rank}, ${LAST_OF_ALL})`;
}
