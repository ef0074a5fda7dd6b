import { Injectable } from '@nestjs/common';
import { TransactionService } from '../database/transaction.service.js';
import { AccountCheckRepository, type AccountEvent, type AccountRow } from './account-check.repository.js';
import { seeOneMoment } from '../database/isolation.js';

/** How many accounts there are, and which are not what was recorded, in words. */
export interface CheckedAccounts {
  accounts: number;
  faults: string[];
}

/** Whether each account has the role and the status that its events say, and each session the role of its account. */
@Injectable()
export class AccountCheckService {
  constructor(
    private readonly transactions: TransactionService,
    private readonly repository: AccountCheckRepository,
  ) {}

  async check(clinicId: string): Promise<CheckedAccounts> {
    return this.transactions.run(clinicId, async (transaction) => {
      // Of one moment: who changes an account adds its event in the same transaction.
      await seeOneMoment(transaction);
      const accounts = await this.repository.accounts(transaction);
      const events = await this.repository.events(transaction);
      const sessions = await this.repository.sessions(transaction);
      const faults = accounts.flatMap((account) => faultsOf(account, events));
      for (const { id, role } of sessions) {
        const account = accounts.find((one) => one.id === id);
        if (account?.role === role && account?.status === 'active') continue;
        const said = account
          ? `${nameOf(account)}, who is ${account.role} and ${account.status}`
          : `account ${id}, which is not there`;
        faults.push(`a session has the role ${role} and is of ${said}`);
      }
      return { accounts: accounts.length, faults };
    });
  }
}

/** Accounts of before there were events have none that says. */
function faultsOf(account: AccountRow, events: readonly AccountEvent[]): string[] {
  return (['role', 'status'] as const).flatMap((field) => {
    const said = events.findLast((event) => event.id === account.id && event[field] !== null);
    if (!said || said[field] === account[field]) return [];
    return [`${nameOf(account)} has the ${field} ${account[field]}; by event ${said.position} it is ${said[field]}`];
  });
}

function nameOf({ name, email }: AccountRow): string {
  return `${name} (${email})`;
}
