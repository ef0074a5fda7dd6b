import type { MigrationInterface, QueryRunner } from 'typeorm';
import { describe } from './support.js';

export class SessionDevices1795305600005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // Everybody who is signed in signs in once more: an id is given when a session begins.
    await runner.query(`DELETE FROM session`);
    await runner.query(`ALTER TABLE session ADD COLUMN id uuid NOT NULL`);
    await runner.query(`ALTER TABLE session ADD COLUMN device text`);
    await runner.query(`
      ALTER TABLE session ADD CONSTRAINT session_device_check CHECK (length(device) BETWEEN 1 AND 200)`);
    await describe(runner, 'session', 'Global: who is signed in. Ended by deleting the row.', {
      id: 'What the person names the session by; it opens nothing',
      device: 'Browser and system as the person would name them; null where the browser named none',
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE session DROP COLUMN device`);
    await runner.query(`ALTER TABLE session DROP COLUMN id`);
  }
}
