import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A public key of a clinic; the private one is a file on the server, or encrypted in `signing_secret`. */
@Entity('signing_key')
@Index('signing_key_current_idx', ['clinicId'], { unique: true, where: 'retired_at IS NULL' })
export class SigningKey {
  /** Thumbprint by RFC 7638. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'signing_key_pkey' })
  kid: string;

  @Column('uuid')
  clinicId: string;

  /** `x` of RFC 8037, base64url. */
  @Column('text')
  publicKey: string;

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz', { nullable: true })
  retiredAt: Date | null;

  @Column('timestamptz', { nullable: true })
  revokedAt: Date | null;
}
