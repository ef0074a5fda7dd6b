import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { PublicationState } from '../publication.entity.js';

/** What anybody may read of a publication. */
@Entity('published_document')
@Index('published_document_current_idx', ['slug'], { unique: true, where: "state = 'approved'" })
@Index('published_document_slug_idx', ['slug', 'publishedAt', 'id'])
export class PublishedDocumentEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'published_document_pkey' })
  id: string;

  @Column('uuid')
  clinicId: string;

  @Column('text')
  slug: string;

  @Column('text')
  title: string;

  @Column('text')
  clinicName: string;

  @Column('text')
  period: string;

  @Column('text')
  state: Exclude<PublicationState, 'draft'>;

  /** Canonical JSON with its signature. */
  @Column('text')
  document: string;

  @Column('text')
  hash: string;

  @Column('timestamptz')
  publishedAt: Date;

  @Column('timestamptz', { nullable: true })
  endedAt: Date | null;

  @Column('text', { nullable: true })
  withdrawnReason: string | null;
}
