import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Clinic } from '../../staff/clinic/clinic.entity.js';

/** What is exported: one row a course, or one row a current entry. */
export type ExportKind = 'courses' | 'scores';

@Entity('spreadsheet_export')
@Index('spreadsheet_export_at_idx', ['clinicId', 'exportedAt', 'id'])
export class SpreadsheetExport {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'spreadsheet_export_pkey' })
  clinicId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'spreadsheet_export_pkey' })
  id: string;

  @ManyToOne(() => Clinic, { nullable: false })
  @JoinColumn({ name: 'clinic_id', foreignKeyConstraintName: 'spreadsheet_export_clinic_fkey' })
  clinic?: Clinic;

  @Column('text')
  kind: ExportKind;

  @Column('integer')
  rows: number;

  @Column('timestamptz')
  exportedAt: Date;

  @Column('uuid')
  exportedBy: string;

  @Column('text')
  requestId: string;
}
