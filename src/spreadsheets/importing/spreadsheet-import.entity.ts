import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import { Clinic } from '../../staff/clinic/clinic.entity.js';

@Entity('spreadsheet_import')
@Unique('spreadsheet_import_file_key', ['clinicId', 'fileHash'])
export class SpreadsheetImport {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'spreadsheet_import_pkey' })
  clinicId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'spreadsheet_import_pkey' })
  id: string;

  @ManyToOne(() => Clinic, { nullable: false })
  @JoinColumn({ name: 'clinic_id', foreignKeyConstraintName: 'spreadsheet_import_clinic_fkey' })
  clinic?: Clinic;

  @Column('text')
  fileName: string;

  @Column('bytea')
  fileHash: Buffer;

  @Column('jsonb')
  report: object;

  @Column('timestamptz')
  committedAt: Date;

  @Column('uuid')
  committedBy: string;

  @Column('text')
  requestId: string;
}
