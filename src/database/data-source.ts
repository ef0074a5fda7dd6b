import pg from 'pg';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { migrations } from '../../migrations/list.js';
import { SnakeCase } from './snake-case.js';

// A calendar date stays the text it is; as a Date it would move by a day in some zones.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);

/** How the service reaches its database: the URL, the role it works under, and how many connections at most. */
export interface Connection {
  url: string;
  /** Role that every transaction takes; null where the one of the URL is bound by row-level security anyway. */
  role: string | null;
  poolSize: number;
}

/** What is the same for every data source, whatever tables it knows. */
export function dataSourceOptions({ url, poolSize }: Pick<Connection, 'url' | 'poolSize'>) {
  return {
    type: 'postgres',
    url,
    poolSize,
    namingStrategy: new SnakeCase(),
    installExtensions: false,
    applicationName: 'cudos-outcomes',
    connectTimeoutMS: 10_000,
  } as const satisfies DataSourceOptions;
}

/** The data source of the owner of the tables: it knows the migrations, and no table. Not connected yet. */
export function ownerDataSource(url: string): DataSource {
  return new DataSource({
    ...dataSourceOptions({ url, poolSize: 2 }),
    migrations,
    migrationsTableName: 'migration',
  });
}
