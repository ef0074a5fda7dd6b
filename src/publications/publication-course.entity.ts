import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Course } from '../courses/course.entity.js';
import { Publication } from './publication.entity.js';

const key = 'publication_course_pkey';
const publication = 'publication_course_publication_fkey';
const course = 'publication_course_course_fkey';

@Entity('publication_course')
export class PublicationCourse {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: key })
  clinicId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: key })
  publicationId: string;

  @ManyToOne(() => Publication, { nullable: false })
  @JoinColumn([
    { name: 'clinic_id', referencedColumnName: 'clinicId', foreignKeyConstraintName: publication },
    { name: 'publication_id', referencedColumnName: 'id', foreignKeyConstraintName: publication },
  ])
  publication?: Publication;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: key })
  courseId: string;

  @ManyToOne(() => Course, { nullable: false })
  @JoinColumn([
    { name: 'clinic_id', referencedColumnName: 'clinicId', foreignKeyConstraintName: course },
    { name: 'course_id', referencedColumnName: 'id', foreignKeyConstraintName: course },
  ])
  course?: Course;

  @Column('text')
  countedIn: string;
}
