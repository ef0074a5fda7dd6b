import { Injectable } from '@nestjs/common';
import type { ClinicTransaction } from '../database/transaction.js';
import { TransactionService } from '../database/transaction.service.js';
import { AuditChainRepository } from './audit-chain.repository.js';
import { auditHash } from './audit-link.js';

/** Events that are read at once. */
const CHUNK = 5000;

/** How many events of a chain are as they were recorded, the hash of the last of them, and what is wrong behind it. */
export interface CheckedChain {
  length: number;
  hash: Buffer;
  /** In words; null where nothing is. */
  fault: string | null;
}

/** Whether what is kept of who did what is as it was recorded. */
@Injectable()
export class AuditChainService {
  constructor(
    private readonly transactions: TransactionService,
    private readonly chains: AuditChainRepository,
  ) {}

  /** Follows the chain of a clinic from its first event to the end that is kept beside it. */
  async check(clinicId: string): Promise<CheckedChain> {
    return this.transactions.run(clinicId, async (transaction) => {
      // Before the events: what is added meanwhile is behind it.
      const end = await this.chains.end(transaction);
      if (!end) {
        const [event] = await this.chains.after(transaction, 0, 1);
        // What was added meanwhile has an end by now.
        const isThere = event !== undefined && (await this.chains.end(transaction)) === null;
        return { length: 0, hash: Buffer.alloc(0), fault: isThere ? 'the end of the chain is missing' : null };
      }
      const found = await this.follow(transaction, end.length);
      if (found.fault !== null) return found;
      if (found.length < end.length) return { ...found, fault: `event ${found.length + 1} is missing` };
      return found.hash.equals(end.hash) ? found : { ...found, fault: `event ${end.length} is not the last one` };
    });
  }

  private async follow(transaction: ClinicTransaction, until: number): Promise<CheckedChain> {
    let sound: CheckedChain = { length: 0, hash: Buffer.alloc(0), fault: null };
    for (;;) {
      const events = await this.chains.after(transaction, sound.length, Math.min(CHUNK, until - sound.length));
      for (const event of events) {
        const { position } = event;
        if (position !== sound.length + 1) return { ...sound, fault: `event ${sound.length + 1} is missing` };
        const hash = auditHash(sound.hash, event);
        if (!hash.equals(event.hash)) return { ...sound, fault: `event ${position} is not as it was recorded` };
        sound = { length: position, hash, fault: null };
      }
      if (events.length === 0) return sound;
    }
  }
}
