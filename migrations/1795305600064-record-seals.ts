import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An event keeps the hash of the records that were written with it. The hash of an event without one is what it was. */
export class RecordSeals1795305600064 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE audit_event ADD COLUMN record_hash bytea`);
    await runner.query(
      `ALTER TABLE audit_event ADD CONSTRAINT audit_event_record_hash_check CHECK (octet_length(record_hash) = 32)`,
    );
    await runner.query(`
      COMMENT ON COLUMN audit_event.record_hash IS
        'SHA-256 of the entries and closed groups that were written with it, as src/audit/record-seal.ts makes it; null where none were. It is in the text that hash is over'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE audit_event DROP COLUMN record_hash`);
  }
}
