import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** Which person of which clinic an account at the identity provider is. */
@Entity('sso_identity')
@Unique('sso_identity_staff_key', ['clinicId', 'staffId'])
export class SsoIdentity {
  /** Of issuer and subject: the same subject at another provider is somebody else. */
  @PrimaryColumn('bytea', { primaryKeyConstraintName: 'sso_identity_pkey' })
  identityHash: Buffer;

  @Column('uuid')
  clinicId: string;

  @Column('uuid')
  staffId: string;

  @Column('text')
  issuer: string;

  @Column('timestamptz')
  linkedAt: Date;

  @Column('timestamptz', { nullable: true })
  lastUsedAt: Date | null;
}

/** What a person went to the provider for, or, back from there, still has to show. */
export type AttemptPurpose = 'sign-in' | 'invitation' | 'link' | 'second-step';

@Entity('sso_attempt')
export class SsoAttempt {
  @PrimaryColumn('bytea', { primaryKeyConstraintName: 'sso_attempt_pkey' })
  secretHash: Buffer;

  @Column('text')
  purpose: AttemptPurpose;

  @Column('uuid', { nullable: true })
  clinicId: string | null;

  @Column('uuid', { nullable: true })
  staffId: string | null;

  @Column('timestamptz')
  expiresAt: Date;
}
