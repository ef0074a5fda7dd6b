import { DataSource } from 'typeorm';
import type { Clock } from '../clock.js';
import type { Connection } from './connection.js';
import { dataSourceOptions } from './data-source.js';
import { Replica } from './replica.js';
import { TransactionService } from './transaction.service.js';

/** The replica for reports, with the tables that the primary has; null where none is set. */
export function replicaOf({ options: { entities } }: DataSource, connection: Connection, clock: Clock): Replica | null {
  const { role, replica, poolSize, patience } = connection;
  if (!replica) return null;
  const source = new DataSource({ ...dataSourceOptions({ url: replica.url, poolSize, patience }), entities });
  return new Replica(source, new TransactionService(source, role, { patience }), clock);
}
