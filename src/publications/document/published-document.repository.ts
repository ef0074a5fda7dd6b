import { Injectable } from '@nestjs/common';
import type { ClinicTransaction, GlobalTransaction } from '../../database/transaction.js';
import { PublishedDocumentEntity } from './published-document.entity.js';

/** The courses of a publication: which of its counts each was in, as 0s and 1s in the order of `counts`. */
export interface CountedRows {
  counts: string[];
  /** `patient/course` */
  courses: string[];
  contents: string[];
  countedIn: string[];
}

/** A publication that was approved, with its courses. */
export interface ApprovedCounts extends CountedRows {
  id: string;
  title: string;
}

/**
 * What is kept of an approval: the document that anybody may read, and which courses were in which of its counts. Both
 * are put in once and never changed; only the state of a document is.
 */
@Injectable()
export class PublishedDocumentRepository {
  async insert({ manager }: ClinicTransaction, document: PublishedDocumentEntity): Promise<void> {
    await manager.insert(PublishedDocumentEntity, document);
  }

  async insertCourses(
    { manager, clinicId }: ClinicTransaction,
    publicationId: string,
    { courses, contents, countedIn }: CountedRows,
  ): Promise<void> {
    await manager.query(INSERT_COURSES, [clinicId, publicationId, courses, contents, countedIn]);
  }

  async supersede({ manager }: ClinicTransaction, id: string, endedAt: Date): Promise<void> {
    await manager.update(PublishedDocumentEntity, { id }, { state: 'superseded', endedAt });
  }

  async withdraw(
    { manager }: ClinicTransaction,
    id: string,
    { endedAt, withdrawnReason }: { endedAt: Date; withdrawnReason: string },
  ): Promise<void> {
    const state = 'withdrawn';
    await manager.update(PublishedDocumentEntity, { id }, { state, endedAt, withdrawnReason });
  }

  async find({ manager }: ClinicTransaction, id: string): Promise<PublishedDocumentEntity | null> {
    return manager.findOneBy(PublishedDocumentEntity, { id });
  }

  /** Everything that a clinic ever published, latest first. */
  async list({ manager }: GlobalTransaction, clinicId: string): Promise<PublishedDocumentEntity[]> {
    return manager.find(PublishedDocumentEntity, {
      where: { clinicId },
      order: { publishedAt: 'DESC', id: 'DESC' },
    });
  }

  /** The data hashes that documents state. @returns By id of the publication. */
  async dataHashes({ manager }: ClinicTransaction, ids: readonly string[]): Promise<Map<string, string>> {
    const rows = await manager.query<{ id: string; hash: string }[]>(
      `SELECT id, document::jsonb #>> '{provenance,dataHash}' AS hash
       FROM published_document WHERE id = ANY ($1::uuid[])`,
      [ids],
    );
    return new Map(rows.map(({ id, hash }) => [id, hash]));
  }

  /** The courses of everything that the clinic ever approved, also of what was superseded or withdrawn since. */
  async listCounts({ manager, clinicId }: ClinicTransaction): Promise<ApprovedCounts[]> {
    return manager.query<ApprovedCounts[]>(`${APPROVED} ${GROUPED}`, [clinicId]);
  }

  /** Those of one of them. */
  async findCounts({ manager, clinicId }: ClinicTransaction, id: string): Promise<ApprovedCounts | null> {
    const rows = await manager.query<ApprovedCounts[]>(`${APPROVED} AND p.id = $2 ${GROUPED}`, [clinicId, id]);
    return rows[0] ?? null;
  }
}

const INSERT_COURSES = `
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
