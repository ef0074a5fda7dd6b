import type { EntityManager } from 'typeorm';
import type { Pipeline } from './pipeline.js';

/**
 * An open transaction on one clinic: row-level security shows it the rows of that clinic and no others. Statements go through
 * `pipeline` for rows as they are, through `manager` for whole entities.
 */
export class ClinicTransaction {
  readonly kind = 'clinic';
  readonly manager: EntityManager;

  constructor(
    readonly pipeline: Pipeline,
    readonly clinicId: string,
  ) {
    this.manager = pipeline.manager;
  }
}

/** An open transaction on the tables that belong to no clinic; of all others it sees no row. */
export class GlobalTransaction {
  readonly kind = 'global';
  readonly manager: EntityManager;

  constructor(readonly pipeline: Pipeline) {
    this.manager = pipeline.manager;
  }
}

/** A transaction on those tables that is over with its one statement, which TypeORM does not send. */
export type SingleStatement = Omit<GlobalTransaction, 'manager'>;

/** Either: the tables that belong to no clinic are open to both. */
export type Transaction = ClinicTransaction | GlobalTransaction;
