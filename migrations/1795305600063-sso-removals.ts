import type { MigrationInterface, QueryRunner } from 'typeorm';
import { describe } from './support.js';

const BEFORE = ['invitation', 'password-reset', 'role', 'activation', 'second-factor-reset'];
const ADDED = ['sso-removal', 'sso-link'];
const TABLE = 'By whom a person came to their access. Rows are added, never changed.';

export class SsoRemovals1795305600063 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await take(runner, [...BEFORE, ...ADDED]);
    await describe(runner, 'access_grant', TABLE, {
      kind: 'A one-time link that was used, another role, a deactivation that was taken back, or what a director removed: a second factor, or the link to the identity provider',
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    // Rows are never changed otherwise; the version before knows no such kinds.
    await runner.query(`DELETE FROM access_grant WHERE kind IN (${ADDED.map((name) => `'${name}'`).join(', ')})`);
    await take(runner, BEFORE);
    await describe(runner, 'access_grant', TABLE, {
      kind: 'A one-time link that was used, another role, or a deactivation that was taken back',
    });
  }
}

/** One command at a time, as where the tables are spread over nodes. */
async function take(runner: QueryRunner, kinds: readonly string[]): Promise<void> {
  const names = kinds.map((kind) => `'${kind}'`).join(', ');
  await runner.query(`ALTER TABLE access_grant DROP CONSTRAINT access_grant_kind_check`);
  await runner.query(`ALTER TABLE access_grant ADD CONSTRAINT access_grant_kind_check CHECK (kind IN (${names}))`);
}
