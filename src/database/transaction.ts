import type { EntityManager } from 'typeorm';

/** An open transaction on one clinic: row-level security shows it the rows of that clinic and no others. */
export class ClinicTransaction {
  readonly kind = 'clinic';

  constructor(
    readonly manager: EntityManager,
    readonly clinicId: string,
  ) {}
}

/** An open transaction on the tables that belong to no clinic; of all others it sees no row. */
export class GlobalTransaction {
  readonly kind = 'global';

  constructor(readonly manager: EntityManager) {}
}

/** Either: the tables that belong to no clinic are open to both. */
export type Transaction = ClinicTransaction | GlobalTransaction;
