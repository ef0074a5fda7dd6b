import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Role } from './actor.js';

@Entity('session')
@Index('session_staff_idx', ['clinicId', 'staffId'])
export class Session {
  @PrimaryColumn('bytea', { primaryKeyConstraintName: 'session_pkey' })
  tokenHash: Buffer;

  @Column('uuid')
  id: string;

  @Column('uuid')
  clinicId: string;

  @Column('uuid')
  staffId: string;

  @Column('text')
  role: Role;

  @Column('text', { nullable: true })
  device: string | null;

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz')
  lastSeenAt: Date;

  /** When a code of the second factor was last typed; null where the person has none. */
  @Column('timestamptz', { nullable: true })
  verifiedAt: Date | null;

  /** Whether nothing is open but setting up a second factor. */
  @Column('boolean')
  enrolling: boolean;
}
