import { Injectable } from '@nestjs/common';
import { TransactionService } from '../../database/transaction.service.js';
import { documentOfRow } from './published-cache.service.js';
import { PublishedRepository } from './published.repository.js';

const AT_ONCE = 50;

/** Every document that was ever published, as it is stored. */
@Injectable()
export class KeptDocumentsService {
  constructor(
    private readonly transactions: TransactionService,
    private readonly repository: PublishedRepository,
  ) {}

  /** Which are not as they were signed by a key of their clinic, among how many? */
  async check(): Promise<{ documents: number; broken: { id: string; slug: string }[] }> {
    const broken: { id: string; slug: string }[] = [];
    let documents = 0;
    for (let after: string | null = null; ;) {
      const rows = await this.transactions.runGlobalOnce((transaction) =>
        this.repository.listEver(transaction, after, AT_ONCE),
      );
      documents += rows.length;
      for (const row of rows) {
        try {
          documentOfRow(row);
        } catch {
          broken.push({ id: row.id, slug: row.slug });
        }
      }
      if (rows.length < AT_ONCE) return { documents, broken };
      after = rows.at(-1)?.id ?? null;
    }
  }
}
