import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allow, describe, tenantTable } from './support.js';

export class PatientsAndCourses1795305600001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE patient (
        clinic_id uuid NOT NULL,
        id uuid NOT NULL,
        chart_number text NOT NULL,
        initials text,
        birth_year smallint,
        sex text,
        version integer NOT NULL,
        created_at timestamptz NOT NULL,
        changed_at timestamptz NOT NULL,
        changed_by uuid NOT NULL,
        request_id text NOT NULL,
        CONSTRAINT patient_pkey PRIMARY KEY (clinic_id, id),
        CONSTRAINT patient_clinic_fkey FOREIGN KEY (clinic_id) REFERENCES clinic (id),
        CONSTRAINT patient_chart_number_key UNIQUE (clinic_id, chart_number),
        CONSTRAINT patient_chart_number_check CHECK (length(chart_number) BETWEEN 1 AND 40),
        CONSTRAINT patient_initials_check CHECK (length(initials) BETWEEN 1 AND 5),
        CONSTRAINT patient_birth_year_check CHECK (birth_year BETWEEN 1900 AND 2199),
        CONSTRAINT patient_sex_check CHECK (sex IN ('female', 'male', 'other'))
      )`);
    await describe(runner, 'patient', 'A patient: a chart number, and nothing else that identifies.', {
      chart_number: "The clinic's own number, unique in the clinic",
      version: 'Counts changes from 1; the ETag',
      changed_by: 'Staff id of who made the last change',
      request_id: 'Request that made the last change',
    });
    await tenantTable(runner, 'patient');
    await allow(runner, 'patient', 'SELECT, INSERT, UPDATE');

    await runner.query(`
      CREATE TABLE course (
        clinic_id uuid NOT NULL,
        id uuid NOT NULL,
        patient_id uuid NOT NULL,
        number smallint NOT NULL,
        kind text NOT NULL,
        indication text NOT NULL,
        started_on date NOT NULL,
        protocol smallint[] NOT NULL,
        clinician_id uuid,
        stopped_on date,
        stopped_reason text,
        stopped_note text,
        version integer NOT NULL,
        created_at timestamptz NOT NULL,
        changed_at timestamptz NOT NULL,
        changed_by uuid NOT NULL,
        request_id text NOT NULL,
        CONSTRAINT course_pkey PRIMARY KEY (clinic_id, id),
        CONSTRAINT course_patient_fkey FOREIGN KEY (clinic_id, patient_id) REFERENCES patient (clinic_id, id),
        CONSTRAINT course_clinician_fkey FOREIGN KEY (clinic_id, clinician_id) REFERENCES staff (clinic_id, id),
        CONSTRAINT course_number_key UNIQUE (clinic_id, patient_id, number),
        CONSTRAINT course_number_check CHECK (number BETWEEN 1 AND 999),
        CONSTRAINT course_kind_check CHECK (kind IN ('induction', 'maintenance')),
        CONSTRAINT course_protocol_check CHECK (cardinality(protocol) = 6 AND protocol[1] = 0),
        CONSTRAINT course_stopped_check CHECK ((stopped_on IS NULL) = (stopped_reason IS NULL)),
        CONSTRAINT course_stopped_note_check CHECK (length(stopped_note) <= 500)
      )`);
    await runner.query(`CREATE INDEX course_started_on_idx ON course (clinic_id, started_on, id)`);
    await describe(runner, 'course', 'A series of up to six infusions of one patient.', {
      number: "Counts the patient's courses from 1",
      indication: 'What the course is for, from the closed list of the domain',
      started_on: 'Calendar date in the clinic',
      protocol: 'Planned day of each of the six infusions, in days after the first; the first is 0',
      clinician_id: 'Staff id of the treating clinician',
      stopped_on: 'Calendar date on which the course was given up; null while it was not',
      stopped_reason: 'Why, from the closed list of the domain',
      version: 'Counts changes from 1; the ETag',
    });
    await tenantTable(runner, 'course');
    await allow(runner, 'course', 'SELECT, INSERT, UPDATE');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE course`);
    await runner.query(`DROP TABLE patient`);
  }
}
