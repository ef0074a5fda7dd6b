import { Column, Entity, PrimaryColumn } from 'typeorm';

/** That courses of a quarter were changed, so many times. */
@Entity('course_change')
export class NotedChange {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'course_change_pkey' })
  clinicId: string;

  /** Of the start of the courses: `2026-Q1`. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'course_change_pkey' })
  quarter: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'course_change_pkey' })
  id: string;

  @Column('bigint')
  changes: string;
}
