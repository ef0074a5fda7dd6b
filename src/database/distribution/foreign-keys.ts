import type { QueryRunner } from 'typeorm';

/** A foreign key as PostgreSQL would write it again. */
export interface ForeignKey {
  table: string;
  name: string;
  definition: string;
}

/** Every foreign key of the schema. */
export async function foreignKeys(runner: QueryRunner): Promise<ForeignKey[]> {
  return (await runner.query(FOREIGN_KEYS)) as ForeignKey[];
}

/** Takes them away, within the transaction that adds them again. */
export async function dropForeignKeys(runner: QueryRunner, keys: readonly ForeignKey[]): Promise<void> {
  for (const { table, name } of keys) await runner.query(`ALTER TABLE ${table} DROP CONSTRAINT ${name}`);
}

/** Adds them, as they were; PostgreSQL looks through the rows for one that breaks them. */
export async function addForeignKeys(runner: QueryRunner, keys: readonly ForeignKey[]): Promise<void> {
  for (const { table, name, definition } of keys) {
    await runner.query(`ALTER TABLE ${table} ADD CONSTRAINT ${name} ${definition}`);
  }
}

// A partition has its parent's, and gets them with it.
const FOREIGN_KEYS = `
  SELECT conrelid::regclass::text AS table, quote_ident(conname) AS name, pg_get_constraintdef(oid) AS definition
  FROM pg_constraint
  WHERE contype = 'f' AND conparentid = 0 AND connamespace = 'public'::regnamespace
  ORDER BY 1, 2`;
