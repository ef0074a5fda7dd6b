import { Injectable } from '@nestjs/common';
import { PublicCoursesService } from '../../cohorts/public-courses.service.js';
import type { ClinicTransaction } from '../../database/transaction.js';
import { TransactionService } from '../../database/transaction.service.js';
import { rounded } from '../../domain/numbers/rounded.js';
import { isSame } from '../../domain/disclosure/public-cohort.js';
import { isWithinQuarters, type PublicCourse } from '../../domain/disclosure/frozen-groups.js';
import { groupsIn } from '../../domain/publication/period-choice.js';
import { publicContent, type PublicSource } from '../../domain/publication/public-content.js';
import type { PublicFigure } from '../../domain/publication/published-document.js';
import { documentAsSigned } from '../../signing/seal-check.js';
import { notFound, Problem } from '../../http/problem.js';
import type { Actor } from '../../staff/sessions/actor.js';
import { PublishedDocumentRepository } from '../document/published-document.repository.js';
import { ClosedGroupsService, groupsOf } from '../groups/closed-groups.service.js';
import type { Publication } from '../publication.entity.js';
import { PublicationRepository } from '../publication.repository.js';
import { countedToday, coursesSince, hashToday } from './counted-today.js';
import type { FigureToday, PublicationTodayResponse } from './publication-today.dto.js';

/** How far the records have moved away from what was published. */
@Injectable()
export class DriftService {
  constructor(
    private readonly transactions: TransactionService,
    private readonly publications: PublicationRepository,
    private readonly documents: PublishedDocumentRepository,
    private readonly closedGroups: ClosedGroupsService,
    private readonly courses: PublicCoursesService,
  ) {}

  /** @throws Problem 404, 409 for a draft, which shows what it would say today by itself. */
  async today({ clinicId, at }: Actor, id: string): Promise<PublicationTodayResponse> {
    return this.transactions.run(clinicId, async (transaction) => {
      const publication = await this.publications.find(transaction, id);
      if (!publication) throw notFound('publication');
      const published = await this.documents.find(transaction, id);
      if (!published) throw new Problem('conflict', 'A draft was not published yet; its preview is of today.');
      const document = documentAsSigned(published.document);
      const { concluded } = await this.courses.read(transaction, at);
      const now = countedToday(publication, concluded);
      const then = await this.sourceOf(transaction, publication, at);
      const content = publicContent(requestOf(publication), sourceToday(then, now));
      return {
        asOf: at.toISOString(),
        publishedAsOf: document.provenance.asOf,
        aged: hashToday(publication, concluded) !== document.provenance.dataHash,
        courses: then && coursesSince(coursesOf(then), now),
        figures: document.figures.map((figure) => beside(figure, content.figures)),
      };
    });
  }

  /** @returns Of those that are current, by id, whether anything of their courses has changed since. */
  async drifted(
    transaction: ClinicTransaction,
    publications: readonly Publication[],
    at: Date,
  ): Promise<Map<string, boolean>> {
    const current = publications.filter(({ state }) => state === 'approved');
    const ids = current.map(({ id }) => id);
    if (ids.length === 0) return new Map();
    const then = await this.documents.dataHashes(transaction, ids);
    const { concluded } = await this.courses.read(transaction, at);
    return new Map(current.map((each) => [each.id, then.get(each.id) !== hashToday(each, concluded)]));
  }

  /** The groups that it was made of; null for what was published before there were groups. */
  private async sourceOf(
    transaction: ClinicTransaction,
    { kind, indication, period, edition }: Publication,
    at: Date,
  ): Promise<PublicSource<PublicCourse> | null> {
    if (edition === null) return null;
    const clinic = await this.closedGroups.load(transaction, at);
    const cohort = { kind, indication };
    const found = groupsOf(clinic, cohort, edition);
    if ('clashing' in found) return null;
    const { groups } = groupsIn(period, found.groups);
    return groups && { groups, edition, isWidest: isSame(cohort, found.widest.cohort) };
  }
}

function requestOf({ period, kind, indication, figures, charts }: Publication) {
  return { period, cohort: { kind, indication }, figures, charts };
}

function coursesOf({ groups }: PublicSource<PublicCourse>): PublicCourse[] {
  return groups.flatMap(({ courses }) => courses);
}

/** The same groups with the courses of today; one group of all where there were none. */
function sourceToday(then: PublicSource<PublicCourse> | null, now: readonly PublicCourse[]): PublicSource {
  if (!then) return { groups: [{ from: '', to: '', closedOn: null, courses: now }], edition: 1, isWidest: true };
  const groups = then.groups.map((group) => {
    return { ...group, courses: now.filter(({ startedOn }) => isWithinQuarters(startedOn, group)) };
  });
  return { ...then, groups };
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
