import { Injectable } from '@nestjs/common';
import { TransactionService } from '../../database/transaction.service.js';
import type { PublicFigure } from '../../domain/publication/published-document.js';
import { notFound, Problem } from '../../http/problem.js';
import type { Actor } from '../../staff/sessions/actor.js';
import type { Counted } from '../approval/counted-in.js';
import type { CoursesSince, FigureToday, PublicationTodayResponse } from './publication-today.dto.js';
import { dataHashOf, PublicationFigures, type FiguresNow } from '../document/publication-figures.service.js';
import { PublicationRepository } from '../publication.repository.js';
import { PublishedContent } from '../document/published-content.service.js';

/** How far what was published has moved away from the records. */
@Injectable()
export class AgeingService {
  constructor(
    private readonly transactions: TransactionService,
    private readonly publications: PublicationRepository,
    private readonly published: PublishedContent,
    private readonly figures: PublicationFigures,
  ) {}

  /** @throws Problem 404, 409 for a draft, which shows what it would say today by itself. */
  async today({ clinicId, at }: Actor, id: string): Promise<PublicationTodayResponse> {
    return this.transactions.run(clinicId, async (transaction) => {
      const publication = await this.publications.find(transaction, id);
      if (!publication) throw notFound('publication');
      const then = await this.published.find(transaction, publication);
      if (!then) {
        throw new Problem('conflict', 'A draft was not published yet; its preview is of today.');
      }
      const { document, counted } = then;
      const now = await this.figures.read(transaction, publication);
      return {
        asOf: at.toISOString(),
        publishedAsOf: document.provenance.asOf,
        aged: dataHashOf(now.courses) !== document.provenance.dataHash,
        courses: movedBetween(counted, now),
        figures: document.figures.map((figure) => beside(figure, now.content.figures)),
      };
    });
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
  return then === null || now === null ? null : Math.round((now - then) * 10) / 10;
}
