import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { changedFields, recordEvent } from '../../audit/audit-event.repository.js';
import { filterOf } from '../../cohorts/cohort-filter.js';
import type { ClinicTransaction } from '../../database/transaction.js';
import { TransactionService } from '../../database/transaction.service.js';
import { dateInWords } from '../../domain/calendar/date-words.js';
import { IdempotencyService } from '../../idempotency/idempotency.service.js';
import { newId } from '../../http/ids.js';
import { notFound, Problem, rulesBroken } from '../../http/problem.js';
import { staleVersion } from '../../http/version.js';
import { ClinicCalendarService } from '../../staff/clinic/clinic-calendar.service.js';
import type { Actor } from '../../staff/sessions/actor.js';
import { toPublicationResponse, type PublicationResponse } from '../publication.dto.js';
import type { NewPublication, PublicationChange } from './draft.dto.js';
import type { Publication } from '../publication.entity.js';
import { PublicationRepository } from '../publication.repository.js';

/** Drafts of publications, which may change until they are approved or discarded. */
@Injectable()
export class DraftService {
  constructor(
    private readonly transactions: TransactionService,
    private readonly publications: PublicationRepository,
    private readonly idempotency: IdempotencyService,
    private readonly calendar: ClinicCalendarService,
  ) {}

  /** @throws Problem 409 for an address that is another clinic's, 422 for a period that can't be. */
  async create(actor: Actor, body: NewPublication, key: string | undefined): Promise<PublicationResponse> {
    const { clinicId, staffId, at } = actor;
    const request = { clinicId, staffId, at, key, content: ['publication', body] };
    return this.transactions.run(clinicId, (transaction) =>
      this.idempotency.once(transaction, request, async () => {
        const draft = draftOf(actor, body);
        checkPeriod(draft.period, await this.calendar.today(transaction, actor));
        await this.claim(transaction, draft);
        await this.publications.insert(transaction, draft);
        await recordEvent(transaction, actor, 'publication.drafted', { subjectId: draft.id });
        return this.answer(transaction, draft);
      }),
    );
  }

  /** @throws Problem 404, 412, 409 for what is no draft or an address that is another clinic's, 422 for the period. */
  async change(actor: Actor, id: string, version: number, change: PublicationChange): Promise<PublicationResponse> {
    return this.transactions.run(actor.clinicId, async (transaction) => {
      const before = await this.lockedDraft(transaction, { id, version });
      const after = changed(before, change, actor);
      if (after === before) return this.answer(transaction, before);
      if (after.period !== before.period) checkPeriod(after.period, await this.calendar.today(transaction, actor));
      await this.claim(transaction, after);
      await this.publications.update(transaction, after);
      if (after.slug !== before.slug) await this.publications.releaseSlug(transaction, before.slug);
      await recordEvent(transaction, actor, 'publication.changed', { subjectId: id, detail: changedFields(change) });
      return this.answer(transaction, after);
    });
  }

  /** @throws Problem 404, 412, 409 for what is no draft. */
  async discard(actor: Actor, id: string, version: number): Promise<void> {
    await this.transactions.run(actor.clinicId, async (transaction) => {
      const draft = await this.lockedDraft(transaction, { id, version });
      await this.publications.delete(transaction, draft);
      await this.publications.releaseSlug(transaction, draft.slug);
      await recordEvent(transaction, actor, 'publication.discarded', { subjectId: id });
    });
  }

  private async lockedDraft(
    transaction: ClinicTransaction,
    { id, version }: { id: string; version: number },
  ): Promise<Publication> {
    const found = await this.publications.findLocked(transaction, id);
    if (!found) throw notFound('publication');
    if (found.state !== 'draft') {
      throw new Problem(
        'conflict',
        `This publication is ${found.state}; only a draft changes. Draft a new one of the same address.`,
      );
    }
    if (found.version !== version) throw staleVersion(await this.answer(transaction, found));
    return found;
  }

  private async claim(transaction: ClinicTransaction, { slug }: Publication): Promise<void> {
    if (await this.publications.claimSlug(transaction, slug)) return;
    throw new Problem('conflict', `The address ${slug} belongs to another clinic of this server; choose another.`);
  }

  private async answer(transaction: ClinicTransaction, { id }: Publication): Promise<PublicationResponse> {
    const row = await this.publications.find(transaction, id);
    if (!row) throw notFound('publication');
    return toPublicationResponse(row);
  }
}

/** @throws Problem 422 for a period that can't be, as for any cohort, and for one that is not over. */
function checkPeriod(period: string, today: string): void {
  const { to } = filterOf({ period });
  if (to === null || to < today) return;
  const message = `The period ends on ${dateInWords(to)}, which is not over yet. Choose quarters or years that are.`;
  throw rulesBroken([{ pointer: '/period', rule: 'period-not-over', message }]);
}

function draftOf(actor: Actor, body: NewPublication): Publication {
  const { clinicId, staffId, at, requestId } = actor;
  const { title, slug, period, figures, charts } = body;
  const { kind = null, indication = null, minimumBaseline = null } = body;
  return {
    clinicId,
    id: newId(),
    title,
    slug,
    period,
    kind,
    indication,
    minimumBaseline,
    figures,
    charts,
    state: 'draft',
    version: 1,
    draftedBy: staffId,
    draftedAt: at,
    changedBy: staffId,
    changedAt: at,
    requestId,
    authors: [staffId],
    approvedBy: null,
    approvedAt: null,
    selfApproved: null,
    edition: null,
    asOf: null,
    supersededAt: null,
    supersedesId: null,
    withdrawnBy: null,
    withdrawnAt: null,
    withdrawnReason: null,
  };
}

/** A change that changes nothing is none: who changed it is kept from approving it. */
function changed(before: Publication, change: PublicationChange, actor: Actor): Publication {
  const { staffId, at, requestId } = actor;
  const given = Object.entries(change).filter(([, value]) => value !== undefined);
  const current = new Map<string, unknown>(Object.entries(before));
  if (given.every(([name, value]) => isDeepStrictEqual(value, current.get(name)))) return before;
  return {
    ...before,
    ...(Object.fromEntries(given) as Partial<Publication>),
    version: before.version + 1,
    changedBy: staffId,
    changedAt: at,
    authors: [...new Set([...before.authors, staffId])],
    requestId,
  };
}
