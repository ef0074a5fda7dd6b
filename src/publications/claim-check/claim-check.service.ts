import { Injectable } from '@nestjs/common';
import { TransactionService } from '../../database/transaction.service.js';
import { checkClaim } from '../../domain/claims/check-claim.js';
import type { ClaimAnswer, ClaimSource } from '../../domain/claims/claim-answer.js';
import type { PublishedDocument } from '../../domain/publication/published-document.js';
import type { Actor } from '../../staff/sessions/actor.js';
import type { ClaimCheckRequest } from './claim-check.dto.js';
import type { PublishedSnapshot } from '../document/published-snapshot.entity.js';
import { PublishedSnapshotRepository } from '../document/published-snapshot.repository.js';

/** What the clinic's publications say of the numbers in a text. */
@Injectable()
export class ClaimCheckService {
  constructor(
    private readonly transactions: TransactionService,
    private readonly snapshots: PublishedSnapshotRepository,
  ) {}

  async check({ clinicId }: Actor, { text }: ClaimCheckRequest): Promise<ClaimAnswer> {
    const published = await this.transactions.runGlobalOnce((transaction) =>
      this.snapshots.list(transaction, clinicId),
    );
    return checkClaim(text, published.map(toSource));
  }
}

function toSource({ id, slug, state, document: text }: PublishedSnapshot): ClaimSource {
  const document = JSON.parse(text) as PublishedDocument;
  return { publicationId: id, slug, title: document.title, state, document };
}
