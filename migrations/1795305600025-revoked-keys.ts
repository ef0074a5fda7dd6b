import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allow, describe } from './support.js';

export class RevokedKeys1795305600025 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE signing_key ADD COLUMN revoked_at timestamptz`);
    await runner.query(
      `ALTER TABLE signing_key ADD CONSTRAINT signing_key_revoked_check CHECK (revoked_at IS NULL OR retired_at IS NOT NULL)`,
    );
    await describe(
      runner,
      'signing_key',
      'Global: the public keys of the clinics. The private ones are files on the server.',
      {
        revoked_at:
          'Since when only what the clinic published with it counts, because somebody else may have the private half',
      },
    );
    await allow(runner, 'signing_key', 'UPDATE (revoked_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE signing_key DROP COLUMN revoked_at`);
  }
}
