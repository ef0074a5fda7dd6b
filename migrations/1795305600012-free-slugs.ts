import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allow, disallow } from './support.js';

/** A slug that was never published under is given back. */
export class FreeSlugs1795305600012 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await allow(runner, 'publication_slug', 'DELETE');
  }

  async down(runner: QueryRunner): Promise<void> {
    await disallow(runner, 'publication_slug', 'DELETE');
  }
}
