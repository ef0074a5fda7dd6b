import { Injectable } from '@nestjs/common';
import type pg from 'pg';
import { DataSource } from 'typeorm';

/** Connections of the pool, and requests that wait for one. */
export interface PoolState {
  open: number;
  idle: number;
  waiting: number;
}

/** How busy the connections to the database are. */
@Injectable()
export class PoolStateService {
  constructor(private readonly dataSource: DataSource) {}

  read(): PoolState {
    const { master } = this.dataSource.driver as unknown as { master: pg.Pool };
    return { open: master.totalCount, idle: master.idleCount, waiting: master.waitingCount };
  }
}
