import { Injectable } from '@nestjs/common';
import type { ClinicTransaction } from '../../database/transaction.js';
import type { PublishedDocument } from '../../domain/publication/published-document.js';
import { fromRows, type Counted } from '../approval/counted-in.js';
import { PublicationCourseRepository } from '../publication-course.repository.js';
import type { Publication } from '../publication.entity.js';
import { PublishedSnapshotRepository } from './published-snapshot.repository.js';

/** What was published, as it was frozen: the document, and the courses in each of its counts. */
@Injectable()
export class PublishedContent {
  constructor(
    private readonly snapshots: PublishedSnapshotRepository,
    private readonly courses: PublicationCourseRepository,
  ) {}

  /** Null for a draft. */
  async find(
    transaction: ClinicTransaction,
    { id }: Publication,
  ): Promise<{ document: PublishedDocument; counted: Counted } | null> {
    const snapshot = await this.snapshots.find(transaction, id);
    const rows = await this.courses.findApproved(transaction, id);
    if (!snapshot || !rows) return null;
    return {
      document: JSON.parse(snapshot.document) as PublishedDocument,
      counted: fromRows(rows),
    };
  }
}
