import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { TransactionService } from '../../database/transaction.service.js';
import { checkClaim } from '../../domain/claims/check-claim.js';
import type { ClaimAnswer, ClaimSource } from '../../domain/claims/claim-answer.js';
import { documentAsSigned } from '../../signing/seal-check.js';
import { notFound } from '../../http/problem.js';
import type { Actor } from '../../staff/sessions/actor.js';
import { WorkerQueue } from '../../worker-queue.js';
import type { ClaimCheckRequest } from './claim-check.dto.js';
import type { PublishedDocumentEntity } from '../document/published-document.entity.js';
import type { ClaimJob } from './claim.worker.js';
import { PublishedDocumentRepository } from '../document/published-document.repository.js';

/** A text times publications up to which a check takes some hundredths of a second, less than a thread takes to begin. */
const LONGEST_IN_PLACE = 5000;

/** What the clinic's publications say of the numbers in a text. */
@Injectable()
export class ClaimCheckService implements OnModuleDestroy {
  private readonly queue = new WorkerQueue<ClaimJob, ClaimAnswer>({
    file: 'publications/claim-check/claim.worker.js',
    mostWaiting: 20,
    busy: 'Many texts are being checked at the moment.',
    longest: 10_000,
    tooLong: 'This text took longer than 10 seconds to check, and was given up. Check it in parts.',
  });

  constructor(
    private readonly transactions: TransactionService,
    private readonly documents: PublishedDocumentRepository,
  ) {}

  /** @param slug Against the publication of this address alone. */
  async check({ clinicId }: Actor, { text }: ClaimCheckRequest, slug?: string): Promise<ClaimAnswer> {
    const published = await this.transactions.runGlobal((transaction) => this.documents.list(transaction, clinicId));
    const asked = published.filter((each) => slug === undefined || each.slug === slug);
    if (slug !== undefined && asked.length === 0) throw notFound('publication');
    const sources = asked.map(toSource);
    return text.length * sources.length > LONGEST_IN_PLACE
      ? this.queue.run({ text, sources })
      : checkClaim(text, sources);
  }

  async onModuleDestroy(): Promise<void> {
    await this.queue.close();
  }
}

function toSource({ id, slug, state, document: text }: PublishedDocumentEntity): ClaimSource {
  const document = documentAsSigned(text);
  return { publicationId: id, slug, title: document.title, state, document };
}
