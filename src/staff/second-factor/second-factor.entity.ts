import { Column, Entity, ManyToOne, PrimaryColumn } from 'typeorm';
import { WithinClinic } from '../../database/within-clinic.js';
import { Staff } from '../people/staff.entity.js';

/** The authenticator app of a person, and the recovery codes; of who has passkeys alone only these. */
@Entity('second_factor')
export class SecondFactor {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'second_factor_pkey' })
  clinicId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'second_factor_pkey' })
  staffId: string;

  @ManyToOne(() => Staff, { nullable: false })
  @WithinClinic({ staff_id: 'id' }, 'second_factor_staff_fkey')
  staff?: Staff;

  /** Secret of the app, encrypted; null where there is no app. */
  @Column('bytea', { nullable: true })
  sealed: Buffer | null;

  /** Which key file opens it. */
  @Column('text', { nullable: true })
  keyFile: string | null;

  @Column('timestamptz')
  createdAt: Date;

  /** Null while the person has not typed a first code. */
  @Column('timestamptz', { nullable: true })
  confirmedAt: Date | null;

  /** Of the last code that was used. */
  @Column('integer', { nullable: true })
  lastTimeStep: number | null;

  @Column('bytea', { array: true, default: '{}' })
  recoveryCodes: Buffer[];
}
