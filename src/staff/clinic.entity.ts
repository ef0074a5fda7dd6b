import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

@Entity('clinic')
@Unique('clinic_name_key', ['name'])
export class Clinic {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'clinic_pkey' })
  id: string;

  @Column('text')
  name: string;

  @Column('text')
  timeZone: string;

  @Column('timestamptz')
  createdAt: Date;

  @Column('text')
  requestId: string;
}
