import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = ['assessment_version', 'assessment'];

/**
 * The same slots as before, those with a name of their own compared by it: of the time that PostgreSQL takes for the rows of an
 * imported course, a tenth went into trying a pattern against each.
 */
export class SlotsByName1795305600022 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await checkSlots(
      runner,
      `slot IN ('infusion-1', 'infusion-2', 'infusion-3', 'infusion-4', 'infusion-5', 'infusion-6', 'post-series')
        OR slot ~ '^follow-up-[1-9][0-9]{0,2}$'`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await checkSlots(runner, `slot ~ '^(infusion-[1-6]|post-series|follow-up-[1-9][0-9]{0,2})$'`);
  }
}

async function checkSlots(runner: QueryRunner, condition: string): Promise<void> {
  for (const table of TABLES) {
    await runner.query(`ALTER TABLE ${table} DROP CONSTRAINT ${table}_slot_check`);
    await runner.query(`ALTER TABLE ${table} ADD CONSTRAINT ${table}_slot_check CHECK (${condition})`);
  }
}
