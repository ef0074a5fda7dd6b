import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('sign_in_name')
export class SignInName {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'sign_in_name_pkey' })
  name: string;

  @Column('uuid')
  clinicId: string;

  @Column('uuid')
  staffId: string;
}

@Entity('sign_in_failure')
export class SignInFailure {
  @PrimaryColumn('bytea', { primaryKeyConstraintName: 'sign_in_failure_pkey' })
  nameHash: Buffer;

  @Column('integer')
  failures: number;

  @Column('timestamptz')
  blockedUntil: Date;
}
