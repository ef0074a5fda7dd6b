import pg from 'pg';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { migrations } from '../../migrations/list.js';
import type { Connection } from './connection.js';
import { clientThatGivesUp } from './silent-connection.js';
import { SnakeCase } from './snake-case.js';

// A calendar date stays the text it is; as a Date it would move by a day in some zones.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);

/** How much later a connection is given up than the server should have ended its statement, in milliseconds. */
const GRACE = 1000;

/** What is the same for every data source, whatever tables it knows. */
export function dataSourceOptions({ url, poolSize, patience }: Omit<Connection, 'role' | 'replica'>) {
  return {
    type: 'postgres',
    url,
    poolSize,
    namingStrategy: new SnakeCase(),
    installExtensions: false,
    applicationName: 'cudos-outcomes',
    connectTimeoutMS: 10_000,
    // A statement does not wait for the answers to those before it.
    extra: { pipeline: true, ...(patience === undefined ? {} : { Client: clientThatGivesUp(patience + GRACE) }) },
  } as const satisfies DataSourceOptions;
}

/** The data source of the owner of the tables: it knows the migrations, and no table. Not connected yet. @param only Names of the migrations to know. */
export function ownerDataSource(url: string, only?: readonly string[]): DataSource {
  return new DataSource({
    ...dataSourceOptions({ url, poolSize: 2 }),
    migrations: migrations.filter(({ name }) => only?.includes(name) ?? true),
    migrationsTableName: 'migration',
  });
}
