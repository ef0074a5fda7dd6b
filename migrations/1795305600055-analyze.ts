import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allow, disallow } from './support.js';

const TABLES = ['patient', 'course', 'assessment_version', 'assessment'];

/** What an import writes it may have counted for the planner, where the server has a right for that: PostgreSQL 17 and later. */
export class Analyze1795305600055 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    if (!(await hasMaintain(runner))) return;
    for (const table of TABLES) await allow(runner, table, 'MAINTAIN');
  }

  async down(runner: QueryRunner): Promise<void> {
    if (!(await hasMaintain(runner))) return;
    for (const table of TABLES) await disallow(runner, table, 'MAINTAIN');
  }
}

async function hasMaintain(runner: QueryRunner): Promise<boolean> {
  const [row] = (await runner.query('SHOW server_version_num')) as { server_version_num: string }[];
  return Number(row?.server_version_num) >= 170_000;
}
