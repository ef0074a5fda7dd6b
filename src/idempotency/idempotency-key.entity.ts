import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The answer to a creating request, kept for its retries. */
@Entity('idempotency_key')
export class IdempotencyKey {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'idempotency_key_pkey' })
  clinicId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'idempotency_key_pkey' })
  staffId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'idempotency_key_pkey' })
  key: string;

  @Column('bytea')
  requestHash: Buffer;

  @Column('jsonb')
  answer: object;

  @Column('timestamptz')
  createdAt: Date;
}
