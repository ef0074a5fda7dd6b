import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import type { Role, StaffStatus } from '../sessions/actor.js';
import { Clinic } from '../clinic/clinic.entity.js';

/** A person before the account is made. */
export type NewStaff = Omit<Staff, 'draftKey'>;

@Entity('staff')
@Unique('staff_email_key', ['clinicId', 'email'])
export class Staff {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'staff_pkey' })
  clinicId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'staff_pkey' })
  id: string;

  @ManyToOne(() => Clinic, { nullable: false })
  @JoinColumn({ name: 'clinic_id', foreignKeyConstraintName: 'staff_clinic_fkey' })
  clinic?: Clinic;

  @Column('text')
  name: string;

  @Column('text')
  email: string;

  @Column('text')
  role: Role;

  @Column('text')
  status: StaffStatus;

  @Column('text', { nullable: true })
  passwordHash: string | null;

  @Column('bytea')
  draftKey: Buffer;

  @Column('timestamptz', { nullable: true })
  lastSignedInAt: Date | null;

  @Column('integer')
  version: number;

  @Column('timestamptz')
  changedAt: Date;

  @Column('uuid', { nullable: true })
  changedBy: string | null;

  @Column('text')
  requestId: string;
}
