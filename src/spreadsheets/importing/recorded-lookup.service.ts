import { Injectable } from '@nestjs/common';
import { AssessmentRepository } from '../../assessments/entries/assessment.repository.js';
import { CourseRepository } from '../../courses/course.repository.js';
import type { ClinicTransaction } from '../../database/transaction.js';
import { PatientRepository } from '../../patients/patient.repository.js';
import { StaffRepository } from '../../staff/people/staff.repository.js';
import type { RecordedCourse, RecordedPatient } from '../judging/recorded-course.js';

/** The people of a clinic by id, with their e-mail addresses. */
export type Clinicians = ReadonlyMap<string, string>;

/** Looks up, many at a time, what a clinic has recorded of the patients in a spreadsheet. */
@Injectable()
export class RecordedLookupService {
  constructor(
    private readonly patients: PatientRepository,
    private readonly courses: CourseRepository,
    private readonly assessments: AssessmentRepository,
    private readonly staff: StaffRepository,
  ) {}

  async clinicians(transaction: ClinicTransaction): Promise<Clinicians> {
    const people = await this.staff.list(transaction);
    return new Map(people.map(({ id, email }) => [id, email]));
  }

  /** The recorded chart numbers that these, which are nobody's, may be meant to be. */
  async alikeNumbers(transaction: ClinicTransaction, chartNumbers: string[]): Promise<Map<string, string>> {
    if (chartNumbers.length === 0) return new Map();
    return this.patients.alikeNumbers(transaction, chartNumbers);
  }

  /** What is recorded of these chart numbers; `locked` keeps the courses from changing. */
  async find(
    transaction: ClinicTransaction,
    chartNumbers: string[],
    clinicians: Clinicians,
    { locked = false } = {},
  ): Promise<Map<string, RecordedPatient>> {
    if (chartNumbers.length === 0) return new Map();
    const patients = await this.patients.listByChartNumbers(transaction, chartNumbers);
    if (patients.length === 0) return new Map();
    const ids = patients.map(({ id }) => id);
    const courses = await this.courses.listOfPatients(transaction, ids, { locked });
    const courseIds = courses.map(({ id }) => id);
    const rows = await this.assessments.contentsOfCourses(transaction, courseIds);
    const rowsOf = groupedBy(rows, ({ courseId }) => courseId);
    const coursesOf = groupedBy(courses, ({ patientId }) => patientId);
    const recorded = patients.map((patient): [string, RecordedPatient] => {
      const own = (coursesOf.get(patient.id) ?? []).map((course): RecordedCourse => {
        const clinician = clinicians.get(course.clinicianId ?? '') ?? null;
        return { course, clinician, rows: rowsOf.get(course.id) ?? [] };
      });
      return [patient.chartNumber, { patient, courses: own }];
    });
    return new Map(recorded);
  }
}

function groupedBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
