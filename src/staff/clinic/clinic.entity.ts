import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import type { Holiday } from '../../domain/calendar/clinic-days.js';
import type { SecondFactorRule } from '../second-factor/required.js';
import type { CrisisResource } from './crisis-resources.js';

@Entity('clinic')
@Unique('clinic_name_key', ['name'])
export class Clinic {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'clinic_pkey' })
  id: string;

  @Column('text')
  name: string;

  @Column('text')
  timeZone: string;

  @Column('text')
  locale: string;

  @Column('jsonb')
  crisisResources: CrisisResource[];

  @Column('boolean')
  selfApproval: boolean;

  @Column('smallint')
  maintenanceIntervalWeeks: number;

  @Column('smallint', { array: true })
  afterSeriesWeeks: number[];

  @Column('smallint', { array: true })
  clinicWeekdays: number[];

  @Column('jsonb')
  holidays: Holiday[];

  @Column('text')
  secondFactor: SecondFactorRule;

  @Column('boolean')
  strictAudit: boolean;

  /** The one director who may sign in without the identity provider; null where everybody may. */
  @Column('uuid', { nullable: true })
  breakGlassDirectorId: string | null;

  /** When a break-glass director last did. */
  @Column('timestamptz', { nullable: true })
  breakGlassUsedAt: Date | null;

  @Column('integer')
  version: number;

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz')
  changedAt: Date;

  @Column('uuid', { nullable: true })
  changedBy: string | null;

  @Column('text')
  requestId: string;
}

/** What takes turns within a clinic locks this row. */
@Entity('clinic_lock')
export class ClinicLock {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'clinic_lock_pkey' })
  clinicId: string;

  @Column('integer')
  turns: number;
}
