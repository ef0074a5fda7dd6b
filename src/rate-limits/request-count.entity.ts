import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Requests of one kind from one address in the minute under way. */
@Entity('request_count')
export class RequestCount {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'request_count_pkey' })
  key: string;

  @Column('integer')
  count: number;

  @Column('timestamptz')
  endsAt: Date;
}
