import { Injectable } from '@nestjs/common';
import { TransactionService } from '../../database/transaction.service.js';
import { checkClaim } from '../../domain/claims/check-claim.js';
import type { ClaimAnswer, ClaimSource } from '../../domain/claims/claim-answer.js';
import { documentAsSigned } from '../../signing/seal-check.js';
import { notFound } from '../../http/problem.js';
import type { Actor } from '../../staff/sessions/actor.js';
import type { ClaimCheckRequest } from './claim-check.dto.js';
import type { PublishedDocumentEntity } from '../document/published-document.entity.js';
import { PublishedDocumentRepository } from '../document/published-document.repository.js';

/** What the clinic's publications say of the numbers in a text. */
@Injectable()
export class ClaimCheckService {
  constructor(
    private readonly transactions: TransactionService,
    private readonly documents: PublishedDocumentRepository,
  ) {}

  /** @param slug Against the publication of this address alone. */
  async check({ clinicId }: Actor, { text }: ClaimCheckRequest, slug?: string): Promise<ClaimAnswer> {
    const published = await this.transactions.runGlobal((transaction) => this.documents.list(transaction, clinicId));
    const asked = published.filter((each) => slug === undefined || each.slug === slug);
    if (slug !== undefined && asked.length === 0) throw notFound('publication');
    return checkClaim(text, asked.map(toSource));
  }
}

function toSource({ id, slug, state, document: text }: PublishedDocumentEntity): ClaimSource {
  const document = documentAsSigned(text);
  return { publicationId: id, slug, title: document.title, state, document };
}
