import type { MigrationInterface, QueryRunner } from 'typeorm';
import { describe } from './support.js';

export class Authors1795305600011 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE publication ADD COLUMN authors uuid[]`);
    await fillAuthors(runner);
    await runner.query(`ALTER TABLE publication ALTER COLUMN authors SET NOT NULL`);
    await runner.query(`
      ALTER TABLE publication ADD CONSTRAINT publication_authors_check
        CHECK (drafted_by = ANY (authors) AND changed_by = ANY (authors))`);
    await describe(
      runner,
      'publication',
      'Figures that may leave the clinic. A draft is changed or deleted; from its approval on it is frozen.',
      {
        authors: 'Staff ids of everybody who drafted or changed it, each once; none of them approves it',
      },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE publication DROP COLUMN authors`);
  }
}

/**
 * Of what there is already, the first and the last are known. One clinic after the other: row-level security binds
 * the owner of the table too.
 */
async function fillAuthors(runner: QueryRunner): Promise<void> {
  const clinics = (await runner.query(`SELECT id FROM clinic`)) as { id: string }[];
  for (const { id: clinicId } of clinics) {
    await runner.query(`SET LOCAL app.clinic_id = '${clinicId}'`);
    await runner.query(
      `UPDATE publication SET authors = CASE drafted_by WHEN changed_by THEN ARRAY[drafted_by]
         ELSE ARRAY[drafted_by, changed_by] END
       WHERE clinic_id = $1`,
      [clinicId],
    );
  }
  await runner.query(`SET LOCAL app.clinic_id = ''`);
}
