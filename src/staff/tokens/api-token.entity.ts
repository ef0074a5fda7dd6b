import { Column, Entity, Index, ManyToOne, PrimaryColumn } from 'typeorm';
import { WithinClinic } from '../../database/within-clinic.js';
import { Staff } from '../people/staff.entity.js';
import type { ApiScope } from './scopes.js';

/** A token with which a program asks; what it is, is known by its hash alone. */
@Entity('api_token')
@Index('api_token_staff_idx', ['clinicId', 'staffId'])
export class ApiToken {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'api_token_pkey' })
  clinicId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'api_token_pkey' })
  id: string;

  /** The system account. */
  @Column('uuid')
  staffId: string;

  @ManyToOne(() => Staff, { nullable: false })
  @WithinClinic({ staff_id: 'id' }, 'api_token_staff_fkey')
  staff?: Staff;

  @Column('text')
  hint: string;

  @Column('text', { array: true })
  scopes: ApiScope[];

  @Column('timestamptz')
  createdAt: Date;

  @Column('uuid')
  createdBy: string;

  @Column('timestamptz')
  expiresAt: Date;

  @Column('timestamptz', { nullable: true })
  lastUsedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  revokedAt: Date | null;

  @Column('uuid', { nullable: true })
  revokedBy: string | null;
}

/** Which token of which clinic a secret is. Global: a request shows it before its clinic is known. */
@Entity('api_token_secret')
export class ApiTokenSecret {
  @PrimaryColumn('bytea', { primaryKeyConstraintName: 'api_token_secret_pkey' })
  tokenHash: Buffer;

  @Column('uuid')
  clinicId: string;

  @Column('uuid')
  tokenId: string;
}
