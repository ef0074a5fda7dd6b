import { Injectable } from '@nestjs/common';
import type { ClinicTransaction } from '../database/transaction.js';

/** The courses of a publication: which of its counts each was in, as 0s and 1s in the order of `counts`. */
export interface CountedRows {
  counts: string[];
  /** `patient/course` */
  courses: string[];
  contents: string[];
  countedIn: string[];
}

/** An approved publication with its courses. */
export interface CountedPublication extends CountedRows {
  id: string;
  title: string;
}

/** Which courses were in which published count; append-only. */
@Injectable()
export class PublicationCourseRepository {
  async insertAll(
    { manager }: ClinicTransaction,
    { clinicId, id }: { clinicId: string; id: string },
    { courses, contents, countedIn }: CountedRows,
  ): Promise<void> {
    await manager.query(INSERT_ALL, [clinicId, id, courses, contents, countedIn]);
  }

  /** Everything that the clinic ever approved, also what was superseded or withdrawn since. */
  async listApproved({ manager, clinicId }: ClinicTransaction): Promise<CountedPublication[]> {
    return manager.query<CountedPublication[]>(`${APPROVED} ${GROUPED}`, [clinicId]);
  }

  /** One of them. */
  async findApproved({ manager, clinicId }: ClinicTransaction, id: string): Promise<CountedPublication | null> {
    const rows = await manager.query<CountedPublication[]>(`${APPROVED} AND p.id = $2 ${GROUPED}`, [clinicId, id]);
    return rows[0] ?? null;
  }
}

const INSERT_ALL = `
  INSERT INTO publication_course (clinic_id, publication_id, course_id, content, counted_in)
  SELECT $1, $2, split_part(own.course, '/', 2)::uuid, own.content, own.counted_in
  FROM unnest($3::text[], $4::text[], $5::text[]) AS own (course, content, counted_in)`;

const APPROVED = `
  SELECT p.id, p.title, p.counts,
    array_agg(k.patient_id || '/' || k.id) AS courses, array_agg(c.content) AS contents,
    array_agg(c.counted_in) AS "countedIn"
  FROM publication p
  JOIN publication_course c ON c.clinic_id = p.clinic_id AND c.publication_id = p.id
  JOIN course k ON k.clinic_id = c.clinic_id AND k.id = c.course_id
  WHERE p.clinic_id = $1 AND p.state <> 'draft'`;
const GROUPED = `
  GROUP BY p.clinic_id, p.id
  ORDER BY p.approved_at, p.id`;
