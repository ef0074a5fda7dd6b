import { Injectable } from '@nestjs/common';
import { TenantTransaction } from '../database/tenant-transaction.js';
import type { PublicFigure, PublishedDocument } from '../domain/publication/published-document.js';
import { notFound, Problem } from '../http/problem.js';
import type { Actor } from '../staff/actor.js';
import { StaffRepository } from '../staff/staff.repository.js';
import { fromRows, withoutContent, type Counted } from './counted-in.js';
import { PublicationCourseRepository } from './publication-course.repository.js';
import type {
  CoursesSince,
  FigureToday,
  PublicationTodayResponse,
} from './publication-today.dto.js';
import { PublicationFigures } from './publication-figures.service.js';
import { PublicationRepository } from './publication.repository.js';
import { PublishedSnapshotRepository } from './published-snapshot.repository.js';

/** How far what was published has moved away from the records. */
@Injectable()
export class AgeingService {
  constructor(
    private readonly transactions: TenantTransaction,
    private readonly publications: PublicationRepository,
    private readonly snapshots: PublishedSnapshotRepository,
    private readonly courses: PublicationCourseRepository,
    private readonly figures: PublicationFigures,
    private readonly staff: StaffRepository,
  ) {}

  /** @throws Problem 404, 409 for a draft, which shows what it would say today by itself. */
  async today({ clinicId, at }: Actor, id: string): Promise<PublicationTodayResponse> {
    return this.transactions.run(clinicId, async (transaction) => {
      const publication = await this.publications.find(transaction, clinicId, id);
      const clinic = await this.staff.findClinic(transaction, clinicId);
      if (!publication || !clinic) throw notFound('publication');
      const snapshot = await this.snapshots.find(transaction, id);
      const counted = await this.courses.findApproved(transaction, clinicId, id);
      if (!snapshot || !counted) {
        throw new Problem('conflict', 'A draft was not published yet; its preview is of today.');
      }
      const document = JSON.parse(snapshot.document) as PublishedDocument;
      const now = await this.figures.compute(transaction, clinic, publication);
      return {
        asOf: at.toISOString(),
        publishedAsOf: document.provenance.asOf,
        aged: now.dataHash !== document.provenance.dataHash,
        courses: movedBetween(fromRows(counted), now.counted),
        figures: document.figures.map((then) => beside(then, now.content.figures)),
      };
    });
  }
}

function movedBetween(then: Counted, now: Counted): CoursesSince {
  const [before, today] = [then.cohort.map(withoutContent), now.cohort.map(withoutContent)];
  const [wasIn, isIn] = [new Set(before), new Set(today)];
  const stayed = today.filter((course) => wasIn.has(course));
  const pairs = then.counts.flatMap(({ name, members }) => {
    const same = now.counts.find((count) => count.name === name);
    return same ? [{ members, today: same.members }] : [];
  });
  const moved = (course: string) =>
    pairs.some(({ members, today: others }) => members.has(course) !== others.has(course));
  return {
    added: now.cohort.length - stayed.length,
    left: before.filter((course) => !isIn.has(course)).length,
    countedDifferently: stayed.filter(moved).length,
  };
}

function beside(then: PublicFigure, figures: readonly PublicFigure[]): FigureToday {
  const { set, name, label, unit } = then;
  const now = figures.find((figure) => figure.set === set && figure.name === name);
  return {
    ...{ set, name, label, unit },
    ...{ then: then.value, thenN: then.n, now: now?.value ?? null, nowN: now?.n ?? null },
    difference: differenceOf(then.value, now?.value ?? null),
    withheldNow: now?.withheld ?? null,
  };
}

/** Both have one decimal at most; their difference must not show more. */
function differenceOf(then: number | null, now: number | null): number | null {
  return then === null || now === null ? null : Math.round((now - then) * 10) / 10;
}
