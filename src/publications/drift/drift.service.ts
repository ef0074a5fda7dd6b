import { Injectable } from '@nestjs/common';
import type { ClinicTransaction } from '../../database/transaction.js';
import { TransactionService } from '../../database/transaction.service.js';
import { rounded } from '../../domain/numbers/rounded.js';
import type { PublicFigure, PublishedDocument } from '../../domain/publication/published-document.js';
import { notFound, Problem } from '../../http/problem.js';
import type { Actor } from '../../staff/sessions/actor.js';
import { fromRows, type Counted } from '../document/counted-courses.js';
import { dataHashOf, PublicationFiguresService, type FiguresNow } from '../document/publication-figures.service.js';
import { PublishedDocumentRepository } from '../document/published-document.repository.js';
import type { Publication } from '../publication.entity.js';
import { PublicationRepository } from '../publication.repository.js';
import type { CoursesSince, FigureToday, PublicationTodayResponse } from './publication-today.dto.js';

/** How far the records have moved away from what was published. */
@Injectable()
export class DriftService {
  constructor(
    private readonly transactions: TransactionService,
    private readonly publications: PublicationRepository,
    private readonly documents: PublishedDocumentRepository,
    private readonly figures: PublicationFiguresService,
  ) {}

  /** @throws Problem 404, 409 for a draft, which shows what it would say today by itself. */
  async today({ clinicId, at }: Actor, id: string): Promise<PublicationTodayResponse> {
    return this.transactions.run(clinicId, async (transaction) => {
      const publication = await this.publications.find(transaction, id);
      if (!publication) throw notFound('publication');
      const published = await this.documents.find(transaction, id);
      const counts = await this.documents.findCounts(transaction, id);
      if (!published || !counts) {
        throw new Problem('conflict', 'A draft was not published yet; its preview is of today.');
      }
      const document = JSON.parse(published.document) as PublishedDocument;
      const now = await this.figures.read(transaction, publication);
      return {
        asOf: at.toISOString(),
        publishedAsOf: document.provenance.asOf,
        aged: dataHashOf(now.courses) !== document.provenance.dataHash,
        courses: movedBetween(fromRows(counts), now),
        figures: document.figures.map((figure) => beside(figure, now.content.figures)),
      };
    });
  }

  /** @returns Of those that are current, by id, whether anything of their courses has changed since. */
  async drifted(transaction: ClinicTransaction, publications: readonly Publication[]): Promise<Map<string, boolean>> {
    const current = publications.filter(({ state }) => state === 'approved');
    const ids = current.map(({ id }) => id);
    const then = await this.documents.dataHashes(transaction, ids);
    const now = await this.figures.dataHashes(transaction, current);
    return new Map(ids.map((id) => [id, then.get(id) !== now.get(id)]));
  }
}

function movedBetween(then: Counted, now: FiguresNow): CoursesSince {
  const [before, today] = [then.cohort.map(({ id }) => id), now.cohort];
  const [wasIn, isIn] = [new Set(before), new Set(today)];
  const stayed = today.filter((course) => wasIn.has(course));
  const pairs = then.counts.flatMap(({ name, members }) => {
    const same = now.counts.find((count) => count.name === name);
    return same ? [{ members, today: same.members }] : [];
  });
  const moved = (course: string) =>
    pairs.some(({ members, today: others }) => members.has(course) !== others.has(course));
  return {
    added: today.length - stayed.length,
    left: before.filter((course) => !isIn.has(course)).length,
    countedDifferently: stayed.filter(moved).length,
  };
}

function beside(then: PublicFigure, figures: readonly PublicFigure[]): FigureToday {
  const { set, name, label, unit } = then;
  const now = figures.find((figure) => figure.set === set && figure.name === name);
  return {
    set,
    name,
    label,
    unit,
    then: then.value,
    thenN: then.n,
    now: now?.value ?? null,
    nowN: now?.n ?? null,
    difference: differenceOf(then.value, now?.value ?? null),
    withheldNow: now?.withheld ?? null,
  };
}

/** Both have one decimal at most; their difference must not show more. */
function differenceOf(then: number | null, now: number | null): number | null {
  return then === null || now === null ? null : rounded(now - then, 1);
}
