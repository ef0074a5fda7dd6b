import { Column, Entity, Index, ManyToOne, PrimaryColumn } from 'typeorm';
import { WithinClinic } from '../../database/within-clinic.js';
import type { Role } from '../sessions/actor.js';
import { Staff } from './staff.entity.js';

/**
 * A one-time link that was used, another role, a deactivation that was taken back, or what a director removed: a second factor, or
 * the link to the identity provider.
 */
export type GrantKind =
  'invitation' | 'password-reset' | 'sso-link' | 'role' | 'activation' | 'second-factor-reset' | 'sso-removal';

/** By whom a person came to their access. */
@Entity('access_grant')
@Index('access_grant_staff_idx', ['clinicId', 'staffId', 'takenUpAt'])
export class AccessGrant {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'access_grant_pkey' })
  clinicId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'access_grant_pkey' })
  id: string;

  @Column('uuid')
  staffId: string;

  @ManyToOne(() => Staff, { nullable: false })
  @WithinClinic({ staff_id: 'id' }, 'access_grant_staff_fkey')
  staff?: Staff;

  @Column('text')
  kind: GrantKind;

  @Column('text')
  role: Role;

  @Column('uuid', { nullable: true })
  madeBy: string | null;

  @Column('timestamptz')
  madeAt: Date;

  @Column('timestamptz')
  takenUpAt: Date;

  @Column('text')
  requestId: string;
}
