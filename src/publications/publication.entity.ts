import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { WithinClinic } from '../database/within-clinic.js';
import type { CourseKind } from '../domain/course/record/kinds.js';
import type { PublicChartName } from '../domain/charts/public/public-charts.js';
import type { Indication } from '../domain/course/record/indications.js';
import { Clinic } from '../staff/clinic/clinic.entity.js';

export const PUBLICATION_STATES = ['draft', 'approved', 'superseded', 'withdrawn'] as const;
export type PublicationState = (typeof PUBLICATION_STATES)[number];

@Entity('publication')
@Index('publication_approved_idx', ['clinicId', 'slug'], {
  unique: true,
  where: "state = 'approved'",
})
@Index('publication_drafted_idx', ['clinicId', 'draftedAt', 'id'])
export class Publication {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'publication_pkey' })
  clinicId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'publication_pkey' })
  id: string;

  @ManyToOne(() => Clinic, { nullable: false })
  @JoinColumn({ name: 'clinic_id', foreignKeyConstraintName: 'publication_clinic_fkey' })
  clinic?: Clinic;

  @Column('text')
  slug: string;

  @Column('text')
  title: string;

  @Column('text')
  period: string;

  @Column('text', { nullable: true })
  kind: CourseKind | null;

  @Column('text', { nullable: true })
  indication: Indication | null;

  @Column('smallint', { nullable: true })
  minimumBaseline: number | null;

  @Column('text', { array: true })
  figures: string[];

  @Column('text', { array: true })
  charts: PublicChartName[];

  @Column('text')
  state: PublicationState;

  @Column('integer')
  version: number;

  @Column('uuid')
  draftedBy: string;

  @Column('timestamptz')
  draftedAt: Date;

  @Column('uuid')
  changedBy: string;

  @Column('timestamptz')
  changedAt: Date;

  @Column('uuid', { array: true })
  authors: string[];

  @Column('uuid', { nullable: true })
  approvedBy: string | null;

  @Column('timestamptz', { nullable: true })
  approvedAt: Date | null;

  @Column('boolean', { nullable: true })
  selfApproved: boolean | null;

  @Column('timestamptz', { nullable: true })
  supersededAt: Date | null;

  @Column('uuid', { nullable: true })
  withdrawnBy: string | null;

  @Column('timestamptz', { nullable: true })
  withdrawnAt: Date | null;

  @Column('text', { nullable: true })
  withdrawnReason: string | null;

  @Column('uuid', { nullable: true })
  supersedesId: string | null;

  @ManyToOne(() => Publication, { nullable: true })
  @WithinClinic({ supersedes_id: 'id' }, 'publication_supersedes_fkey')
  supersedes?: Publication;

  @Column('integer', { nullable: true })
  edition: number | null;

  @Column('timestamptz', { nullable: true })
  asOf: Date | null;

  @Column('text')
  requestId: string;
}
