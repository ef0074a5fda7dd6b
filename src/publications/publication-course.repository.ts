import { Injectable } from '@nestjs/common';
import type { Transaction } from '../database/tenant-transaction.js';
import type { PublicationState } from './publication.entity.js';

/** An approved publication with its courses: which of its counts each was in, as 0s and 1s in the order of `counts`. */
export interface CountedPublication {
  id: string;
  title: string;
  state: PublicationState;
  counts: string[];
  courseIds: string[];
  countedIn: string[];
}

/** Which courses were in which published count; append-only. */
@Injectable()
export class PublicationCourseRepository {
  async insertAll(
    transaction: Transaction,
    { clinicId, id }: { clinicId: string; id: string },
    { courseIds, countedIn }: Pick<CountedPublication, 'courseIds' | 'countedIn'>,
  ): Promise<void> {
    await transaction.query(INSERT_ALL, [clinicId, id, courseIds, countedIn]);
  }

  /** Everything that the clinic ever approved, also what was superseded or withdrawn since. */
  async listApproved(transaction: Transaction, clinicId: string): Promise<CountedPublication[]> {
    return transaction.query<CountedPublication[]>(`${APPROVED} ${GROUPED}`, [clinicId]);
  }

  /** One of them. */
  async findApproved(
    transaction: Transaction,
    clinicId: string,
    id: string,
  ): Promise<CountedPublication | null> {
    const rows = await transaction.query<CountedPublication[]>(
      `${APPROVED} AND p.id = $2 ${GROUPED}`,
      [clinicId, id],
    );
    return rows[0] ?? null;
  }
}

const INSERT_ALL = `
  INSERT INTO publication_course (clinic_id, publication_id, course_id, counted_in)
  SELECT $1, $2, own.course_id, own.counted_in
  FROM unnest($3::uuid[], $4::text[]) AS own (course_id, counted_in)`;

const APPROVED = `
  SELECT p.id, p.title, p.state, p.counts, array_agg(c.course_id::text) AS "courseIds",
    array_agg(c.counted_in) AS "countedIn"
  FROM publication p
  JOIN publication_course c ON c.clinic_id = p.clinic_id AND c.publication_id = p.id
  WHERE p.clinic_id = $1 AND p.state <> 'draft'`;
const GROUPED = `
  GROUP BY p.clinic_id, p.id
  ORDER BY p.approved_at, p.id`;
