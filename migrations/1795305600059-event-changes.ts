import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What fields of a record were before and are after an event. The hash of an event without them is what it was. */
export class EventChanges1795305600059 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE audit_event ADD COLUMN changes text`);
    await runner.query(
      `ALTER TABLE audit_event ADD CONSTRAINT audit_event_changes_check CHECK (length(changes) BETWEEN 2 AND 400000)`,
    );
    await runner.query(`
      COMMENT ON COLUMN audit_event.changes IS
        'Canonical JSON of what fields of the record were and became, [{field, before, after}]; null where nothing was corrected. Its SHA-256 is in the text that hash is over'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE audit_event DROP COLUMN changes`);
  }
}
