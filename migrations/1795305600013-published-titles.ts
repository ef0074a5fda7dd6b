import type { MigrationInterface, QueryRunner } from 'typeorm';
import { describe } from './support.js';

/** What a list says of a published document, and where the document says it. */
const COLUMNS = { title: '{title}', clinic_name: '{clinic,name}', period: '{period,text}' };

export class PublishedTitles1795305600013 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const [column, path] of Object.entries(COLUMNS)) {
      await runner.query(`ALTER TABLE published_document ADD COLUMN ${column} text`);
      await runner.query(`UPDATE published_document SET ${column} = document::jsonb #>> '${path}'`);
      await runner.query(`ALTER TABLE published_document ALTER COLUMN ${column} SET NOT NULL`);
    }
    await describe(
      runner,
      'published_document',
      'Global: what anybody may read. All that the public side reads, with the public keys.',
      {
        title: 'As the document says it, for lists',
        clinic_name: 'Public name of the clinic, as the document says it, for lists',
        period: 'Whole quarters or years, e.g. 2025-Q1..2026, as the document says it, for lists',
      },
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const column of Object.keys(COLUMNS)) {
      await runner.query(`ALTER TABLE published_document DROP COLUMN ${column}`);
    }
  }
}
