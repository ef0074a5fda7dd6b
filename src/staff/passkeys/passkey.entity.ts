import { Column, Entity, Index, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import { WithinClinic } from '../../database/within-clinic.js';
import { Staff } from '../people/staff.entity.js';

/** A key pair on a device of a person, of which the public half is here. */
@Entity('passkey')
@Unique('passkey_credential_key', ['clinicId', 'credentialId'])
@Index('passkey_staff_idx', ['clinicId', 'staffId'])
export class Passkey {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'passkey_pkey' })
  clinicId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'passkey_pkey' })
  id: string;

  @Column('uuid')
  staffId: string;

  @ManyToOne(() => Staff, { nullable: false })
  @WithinClinic({ staff_id: 'id' }, 'passkey_staff_fkey')
  staff?: Staff;

  @Column('text')
  name: string;

  @Column('bytea')
  credentialId: Buffer;

  @Column('bytea')
  publicKey: Buffer;

  /** Signatures that the device counted, as a whole number in text; 0 where it counts none. */
  @Column('bigint')
  counter: string;

  @Column('text', { array: true })
  transports: string[];

  @Column('boolean')
  backupEligible: boolean;

  @Column('boolean')
  backedUp: boolean;

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz', { nullable: true })
  lastUsedAt: Date | null;
}

/** What a signature is asked for. */
export type ChallengePurpose = 'registration' | 'sign-in' | 'confirmation';

@Entity('passkey_challenge')
export class PasskeyChallenge {
  @PrimaryColumn('bytea', { primaryKeyConstraintName: 'passkey_challenge_pkey' })
  challengeHash: Buffer;

  @Column('text')
  purpose: ChallengePurpose;

  @Column('uuid', { nullable: true })
  clinicId: string | null;

  @Column('uuid', { nullable: true })
  staffId: string | null;

  @Column('timestamptz')
  expiresAt: Date;
}
