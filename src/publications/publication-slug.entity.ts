import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Which clinic may publish under a slug. */
@Entity('publication_slug')
export class PublicationSlug {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'publication_slug_pkey' })
  slug: string;

  @Column('uuid')
  clinicId: string;
}
