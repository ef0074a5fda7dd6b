import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { AuditAction } from '../domain/audit/actions.js';

/** What one person did, in the chain of the clinic. */
@Entity('audit_event')
@Index('audit_event_staff_idx', ['clinicId', 'staffId', 'position'])
@Index('audit_event_subject_idx', ['clinicId', 'subjectId', 'position'])
export class AuditEvent {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'audit_event_pkey' })
  clinicId: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'audit_event_pkey' })
  position: number;

  @Column('timestamptz')
  at: Date;

  @Column('uuid')
  staffId: string;

  @Column('text')
  action: AuditAction;

  @Column('uuid', { nullable: true })
  subjectId: string | null;

  @Column('text', { nullable: true })
  detail: string | null;

  @Column('text', { nullable: true })
  address: string | null;

  @Column('text')
  requestId: string;

  /** What fields were and became, canonical JSON; null where nothing was corrected. */
  @Column('text', { nullable: true })
  changes: string | null;

  /** SHA-256 of the records that were written with it (`sealOfAll`); null where none were. */
  @Column('bytea', { nullable: true })
  recordHash: Buffer | null;

  @Column('bytea')
  hash: Buffer;
}

/** The end of the chain of a clinic. */
@Entity('audit_chain')
export class AuditChain {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'audit_chain_pkey' })
  clinicId: string;

  @Column('integer')
  length: number;

  @Column('bytea')
  hash: Buffer;
}
