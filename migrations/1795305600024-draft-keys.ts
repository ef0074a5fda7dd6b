import type { MigrationInterface, QueryRunner } from 'typeorm';
import { describe } from './support.js';

export class DraftKeys1795305600024 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE staff ADD COLUMN draft_key bytea`);
    await runner.query(
      `UPDATE staff SET draft_key = sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()))`,
    );
    await runner.query(`ALTER TABLE staff ALTER COLUMN draft_key SET NOT NULL`);
    await runner.query(`ALTER TABLE staff ADD CONSTRAINT staff_draft_key_check CHECK (length(draft_key) = 32)`);
    await describe(runner, 'staff', 'A person who signs in.', {
      draft_key:
        'Key with which browsers encrypt what the person typed and did not save; 32 bytes, sent with the session',
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE staff DROP COLUMN draft_key`);
  }
}
