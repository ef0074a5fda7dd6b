import { Column, Entity, PrimaryColumn } from 'typeorm';

export type LinkPurpose = 'setup' | 'invitation' | 'password-reset';

@Entity('one_time_link')
export class OneTimeLink {
  @PrimaryColumn('bytea', { primaryKeyConstraintName: 'one_time_link_pkey' })
  tokenHash: Buffer;

  @Column('text')
  purpose: LinkPurpose;

  @Column('uuid', { nullable: true })
  clinicId: string | null;

  @Column('uuid', { nullable: true })
  staffId: string | null;

  @Column('timestamptz')
  createdAt: Date;

  @Column('uuid', { nullable: true })
  createdBy: string | null;

  @Column('text')
  requestId: string;

  @Column('timestamptz')
  expiresAt: Date;
}
