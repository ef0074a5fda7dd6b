import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import { Clinic } from '../../staff/clinic/clinic.entity.js';

/** What a person said the columns of a spreadsheet mean. */
@Entity('column_mapping')
@Unique('column_mapping_headers_key', ['clinicId', 'headersHash'])
export class ColumnMapping {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'column_mapping_pkey' })
  clinicId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'column_mapping_pkey' })
  id: string;

  @ManyToOne(() => Clinic, { nullable: false })
  @JoinColumn({ name: 'clinic_id', foreignKeyConstraintName: 'column_mapping_clinic_fkey' })
  clinic?: Clinic;

  @Column('text', { array: true })
  headers: string[];

  @Column('bytea')
  headersHash: Buffer;

  @Column('text', { array: true })
  meanings: string[];

  @Column('text')
  fileName: string;

  @Column('timestamptz')
  rememberedAt: Date;

  @Column('uuid')
  rememberedBy: string;
}
