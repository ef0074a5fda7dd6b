import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CodesWithoutApp1795305600062 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE second_factor ALTER COLUMN sealed DROP NOT NULL, ALTER COLUMN key_file DROP NOT NULL,
        ADD CONSTRAINT second_factor_app_check
          CHECK ((sealed IS NULL) = (key_file IS NULL) AND (confirmed_at IS NULL OR sealed IS NOT NULL))`);
    await runner.query(`
      COMMENT ON TABLE second_factor IS
        'Authenticator apps with which people sign in besides their password, and their recovery codes, one row a person'`);
    await runner.query(`
      COMMENT ON COLUMN second_factor.sealed IS
        'Secret of the app, encrypted with AES-256-GCM: 12 bytes nonce, 16 bytes tag, then the rest; null for who has passkeys alone'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    // The version before knows no codes without an app.
    await runner.query(`DELETE FROM second_factor WHERE sealed IS NULL`);
    await runner.query(`
      ALTER TABLE second_factor DROP CONSTRAINT second_factor_app_check,
        ALTER COLUMN sealed SET NOT NULL, ALTER COLUMN key_file SET NOT NULL`);
    await runner.query(`
      COMMENT ON TABLE second_factor IS
        'Authenticator apps with which people sign in besides their password, one a person.'`);
    await runner.query(`
      COMMENT ON COLUMN second_factor.sealed IS
        'Secret of the app, encrypted with AES-256-GCM: 12 bytes nonce, 16 bytes tag, then the rest'`);
  }
}
