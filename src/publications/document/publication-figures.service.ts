import { Injectable } from '@nestjs/common';
import { ConcludedCoursesService } from '../../cohorts/concluded-courses.service.js';
import type { CohortCourse } from '../../domain/cohort/cohort-course.js';
import type { ClinicTransaction } from '../../database/transaction.js';
import { publicContent, type PublicResult } from '../../domain/publication/public-content.js';
import type { PublicationCohort, PublicationRequest } from '../../domain/publication/published-document.js';
import { hashOf } from '../../signing/canonical.js';
import type { Publication } from '../publication.entity.js';

/** What the figures of a publication say, and of which courses. */
export interface FiguresNow extends PublicResult {
  courses: readonly CohortCourse[];
}

/** Reads what a publication says of the clinic's courses as they are now; not whether that may be public. */
@Injectable()
export class PublicationFiguresService {
  constructor(private readonly courses: ConcludedCoursesService) {}

  async read(transaction: ClinicTransaction, publication: Publication): Promise<FiguresNow> {
    const { figures, charts } = publication;
    const request: PublicationRequest = { cohort: cohortOf(publication), figures, charts };
    const courses = await this.courses.list(transaction, request.cohort);
    return { ...publicContent(request, courses), courses };
  }

  /** The data hash of the courses that a publication is about, each cohort read once. @returns By id of the publication. */
  async dataHashes(transaction: ClinicTransaction, publications: readonly Publication[]): Promise<Map<string, string>> {
    const byCohort = new Map<string, string>();
    const byId = new Map<string, string>();
    for (const publication of publications) {
      const cohort = cohortOf(publication);
      const key = JSON.stringify(cohort);
      const known = byCohort.get(key);
      const hash = known ?? dataHashOf(await this.courses.list(transaction, cohort));
      byCohort.set(key, hash);
      byId.set(publication.id, hash);
    }
    return byId;
  }
}

/** SHA-256 of courses, in any order. Their ids are random, so nobody outside can try out scores on it. */
export function dataHashOf(courses: readonly CohortCourse[]): string {
  return hashOf([...courses].sort((one, other) => (one.courseId < other.courseId ? -1 : 1)));
}

function cohortOf({ period, kind, indication, minimumBaseline }: Publication): PublicationCohort {
  return { period, kind, indication, minimumBaseline };
}
