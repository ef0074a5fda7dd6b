import { afterEach, expect, test } from '@jest/globals';
import { NestFactory } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { migrations } from '../../migrations/list.js';
import { SERVICE_ROLE as GRANTED } from '../../migrations/support.js';
import { migrate } from '../../src/database/migrate.js';
import { AppModule } from '../../src/app.module.js';
import { SERVICE_ROLE } from '../../src/database/embedded/connection.js';
import { Environment } from '../../src/environment.js';
import { testDatabase, type TestDatabase } from '../support/test-database.js';
import { schemaOf } from './schema.js';

const opened: TestDatabase[] = [];
const database = async (how?: { empty: boolean }) => {
  const made = await testDatabase(how);
  opened.push(made);
  return made;
};
afterEach(async () => {
  for (const made of opened.splice(0)) await made.close();
});

async function undoAll(owner: DataSource): Promise<void> {
  for (let left = migrations.length; left > 0; left -= 1) {
    await owner.undoLastMigration({ transaction: 'each' });
  }
}

test('migrations up, all down and up again leave the same schema', async () => {
  const { owner } = await database({ empty: true });
  const empty = await schemaOf(owner);
  await migrate(owner);
  const first = await schemaOf(owner);
  await undoAll(owner);
  expect(await schemaOf(owner)).toEqual(empty);
  await migrate(owner);
  expect(await schemaOf(owner)).toEqual(first);
  expect(first.length).toBeGreaterThan(100);
});

test('a migration that was applied is not applied again', async () => {
  const { owner } = await database();
  const before = await schemaOf(owner);
  expect((await migrate(owner)).applied).toEqual([]);
  expect(await schemaOf(owner)).toEqual(before);
});

test('the role that the migrations give rights to is the one that the service works under', () => {
  expect(GRANTED).toBe(SERVICE_ROLE);
});

// CHECKs and comments are in the migrations only; without them nothing may differ.
test('models and schema agree', async () => {
  const { owner, connection } = await database();
  const statements = await owner.query<{ statement: string }[]>(
    `SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname) AS statement
     FROM pg_constraint WHERE contype = 'c' AND connamespace = 'public'::regnamespace
     UNION ALL
     SELECT format('COMMENT ON COLUMN %I.%I IS NULL', table_name, column_name)
     FROM information_schema.columns WHERE table_schema = 'public'
     UNION ALL
     SELECT format('COMMENT ON TABLE %I IS NULL', tablename) FROM pg_tables WHERE schemaname = 'public'`,
  );
  for (const { statement } of statements) await owner.query(statement);
  const app = await NestFactory.createApplicationContext(AppModule.with(new Environment({}), connection), {
    logger: false,
  });
  const { entities } = app.get(DataSource).options;
  await app.close();
  expect(entities).toHaveLength(35);
  const models = await new DataSource({ ...owner.options, entities }).initialize();
  const { upQueries } = await models.driver.createSchemaBuilder().log();
  await models.destroy();
  expect(upQueries.map(({ query }) => query)).toEqual([]);
});
