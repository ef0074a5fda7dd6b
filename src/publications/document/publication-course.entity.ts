import { Column, Entity, ManyToOne, PrimaryColumn } from 'typeorm';
import { WithinClinic } from '../../database/within-clinic.js';
import { Course } from '../../courses/course.entity.js';
import { Publication } from '../publication.entity.js';

const key = 'publication_course_pkey';

@Entity('publication_course')
export class PublicationCourse {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: key })
  clinicId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: key })
  publicationId: string;

  @ManyToOne(() => Publication, { nullable: false })
  @WithinClinic({ publication_id: 'id' }, 'publication_course_publication_fkey')
  publication?: Publication;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: key })
  courseId: string;

  @ManyToOne(() => Course, { nullable: false })
  @WithinClinic({ course_id: 'id' }, 'publication_course_course_fkey')
  course?: Course;

  @Column('text')
  content: string;

  @Column('text')
  countedIn: string;
}
