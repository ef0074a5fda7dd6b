import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A private key of a clinic, encrypted under the key file of the service. */
@Entity('signing_secret')
export class SigningSecret {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'signing_secret_pkey' })
  clinicId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'signing_secret_pkey' })
  kid: string;

  @Column('bytea')
  sealed: Buffer;

  /** Which key file opens it. */
  @Column('text')
  keyFile: string;

  @Column('timestamptz')
  createdAt: Date;
}
