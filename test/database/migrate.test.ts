import { afterEach, describe, expect, test } from '@jest/globals';
import { migrations } from '../../migrations/list.js';
import { DataSource } from 'typeorm';
import { dataSourceOptions, ownerDataSource } from '../../src/database/data-source.js';
import { migrate } from '../../src/database/migrate.js';
import { DatabaseNotUsable } from '../../src/database/not-usable.js';
import { openDatabase } from '../../src/database/open.js';
import { TransactionService } from '../../src/database/transaction.service.js';
import { Environment } from '../../src/environment.js';
import { addressOf, testDatabase, type TestDatabase } from '../support/test-database.js';

const opened: TestDatabase[] = [];
const database = async (how?: { empty: boolean }) => {
  const made = await testDatabase(how);
  opened.push(made);
  return made;
};
afterEach(async () => {
  for (const made of opened.splice(0)) await made.close();
});
const names = migrations.map(({ name }) => name);

test('four starts at once on an empty database all succeed, and each migration runs once', async () => {
  const { url, owner } = await database({ empty: true });
  const starts = await Promise.all([1, 2, 3, 4].map(() => ownerDataSource(url).initialize()));
  const results = await Promise.all(starts.map((source) => migrate(source)));
  for (const source of starts) await source.destroy();
  expect(results.flatMap(({ applied }) => applied)).toEqual(names);
  const rows = await owner.query<{ name: string }[]>(`SELECT name FROM migration ORDER BY id`);
  expect(rows.map(({ name }) => name)).toEqual(names);
});

test('a database of a newer version is refused in one sentence, and not touched', async () => {
  const { owner } = await database();
  await owner.query(`INSERT INTO migration (timestamp, name) VALUES (1995305600000, 'Later1995305600000')`);
  const refused = migrate(owner);
  await expect(refused).rejects.toBeInstanceOf(DatabaseNotUsable);
  await expect(refused).rejects.toThrow(
    /^The database was last used by a newer version of this service \(it has Later1995305600000\); start .*\.$/,
  );
});

test('after a refused start the next one is not held up', async () => {
  const { owner } = await database();
  await owner.query(`INSERT INTO migration (timestamp, name) VALUES (1995305600000, 'Later')`);
  await expect(migrate(owner)).rejects.toThrow('newer');
  await owner.query(`DELETE FROM migration WHERE name = 'Later'`);
  expect((await migrate(owner)).applied).toEqual([]);
});

describe('a role of DATABASE_URL that may make no other role', () => {
  const role = `cudos_test_role_${process.pid}`;
  const as = async (attributes: string, work: (url: string) => Promise<void>) => {
    const { url, owner } = await database({ empty: true });
    await owner.query(`CREATE ROLE ${role} NOSUPERUSER NOCREATEROLE ${attributes}`);
    await owner.query(`GRANT CREATE ON SCHEMA public TO ${role}`);
    try {
      await work(url);
    } finally {
      await owner.query(`DROP OWNED BY ${role} CASCADE`);
      await owner.query(`DROP ROLE ${role}`);
    }
  };
  const migrateAs = async (url: string) => {
    const options = { ...ownerDataSource(url).options, extra: { options: `-c role=${role}` } };
    const source = await new DataSource(options).initialize();
    try {
      return await migrate(source);
    } finally {
      await source.destroy();
    }
  };

  test('and is bound by row-level security is worked under as it is', async () => {
    await as('NOBYPASSRLS', async (url) => {
      expect(await migrateAs(url)).toEqual({ role: null, applied: names });
    });
  });

  test('and bypasses row-level security is refused, with what an administrator can do', async () => {
    await as('BYPASSRLS', async (url) => {
      const refused = migrateAs(url);
      await expect(refused).rejects.toBeInstanceOf(DatabaseNotUsable);
      await expect(refused).rejects.toThrow(/bypasses row-level security .* CREATE ROLE cudos_service/);
    });
  });
});

describe('opening DATABASE_URL', () => {
  const open = (url: string) => openDatabase(new Environment({ DATABASE_URL: url }));

  test('migrates, and works under the role that row-level security binds', async () => {
    const { url } = await database({ empty: true });
    const service = await open(url);
    const source = await new DataSource(dataSourceOptions(service.connection)).initialize();
    try {
      expect(service.applied).toEqual(names);
      expect(service.description).toBe('PostgreSQL of DATABASE_URL');
      const transactions = new TransactionService(source, service.connection.role);
      const rows = await transactions.runGlobal(({ manager }) =>
        manager.query<object[]>(`SELECT current_user::text AS name`),
      );
      expect(rows).toEqual([{ name: 'cudos_service' }]);
    } finally {
      await source.destroy();
      await service.close();
    }
  });

  test('where no server answers says so in one sentence without the password', async () => {
    const refused = open('postgres://somebody:secret@127.0.0.1:1/none');
    await expect(refused).rejects.toThrow('No database server answers at the address of DATABASE_URL (ECONNREFUSED).');
  });

  test('where the database is not there says so in one sentence', async () => {
    const refused = open(addressOf('not_there'));
    await expect(refused).rejects.toBeInstanceOf(DatabaseNotUsable);
    await expect(refused).rejects.toThrow(/^The database of DATABASE_URL can't be used: .*3D000/);
  });
});
