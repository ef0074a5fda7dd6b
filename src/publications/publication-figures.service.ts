import { Injectable } from '@nestjs/common';
import { ConcludedCourses, type ConcludedCourse } from '../cohorts/concluded-courses.service.js';
import type { Transaction } from '../database/tenant-transaction.js';
import { sentencesOf } from '../domain/claims/sentences.js';
import { differencing } from '../domain/disclosure/differencing.js';
import type { Refusal } from '../domain/disclosure/refusal.js';
import { allWithheld } from '../domain/publication/all-withheld.js';
import { publicContent } from '../domain/publication/public-content.js';
import type {
  AllowedSentence,
  PublicContent,
  PublicationRequest,
} from '../domain/publication/published-document.js';
import { hashOf } from '../signing/canonical.js';
import type { Clinic } from '../staff/clinic.entity.js';
import { fromRows, type Counted } from './counted-in.js';
import { PublicationCourseRepository } from './publication-course.repository.js';
import type { Publication } from './publication.entity.js';

/** What a draft would say, were it approved now. */
export interface Draft {
  content: PublicContent;
  sentences: AllowedSentence[];
  footnote: string;
  refusal: Refusal | null;
  /** SHA-256 of all that would be public of the figures: what a director saw and approves. */
  contentHash: string;
}

/** The same with what it was made of, which stays inside. */
export interface ComputedDraft {
  draft: Draft;
  /** What the figures say, also where the draft is refused and shows none. */
  content: PublicContent;
  counted: Counted;
  /** SHA-256 of the courses counted, in any order. */
  dataHash: string;
}

/** Makes the public content of a publication of the clinic's courses as they are now. */
@Injectable()
export class PublicationFigures {
  constructor(
    private readonly courses: ConcludedCourses,
    private readonly counted: PublicationCourseRepository,
  ) {}

  async compute(
    transaction: Transaction,
    clinic: Clinic,
    publication: Publication,
  ): Promise<ComputedDraft> {
    const courses = await this.courses.list(transaction, clinic.id, publication);
    const { content, counts, cohort, refusal } = publicContent(requestOf(publication), courses);
    const counted = { counts, cohort: withContent(cohort, courses) };
    const found = refusal ?? (await this.difference(transaction, clinic.id, counted));
    // What can't be public isn't shown to anybody by a preview either.
    const shown = found ? allWithheld(content, found) : content;
    const said = { content: shown, ...sentencesOf(shown, clinic.name) };
    const contentHash = hashOf({ ...said, title: publication.title, slug: publication.slug });
    return {
      draft: { ...said, refusal: found, contentHash },
      content,
      counted,
      dataHash: dataHashOf(courses),
    };
  }

  private async difference(
    transaction: Transaction,
    clinicId: string,
    counted: Counted,
  ): Promise<Refusal | null> {
    const earlier = await this.counted.listApproved(transaction, clinicId);
    const counts = earlier.map((row) => ({ id: row.id, title: row.title, ...fromRows(row) }));
    return differencing(counted, counts);
  }
}

export function requestOf(publication: Publication): PublicationRequest {
  const { period, kind, indication, minimumBaseline, figures, charts } = publication;
  return { cohort: { period, kind, indication, minimumBaseline }, figures, charts };
}

/** Each course of a cohort with a fingerprint of all that any figure counts of it. */
function withContent(cohort: readonly string[], courses: readonly ConcludedCourse[]): string[] {
  const contents = new Map(courses.map((course) => [course.courseId, hashOf(course)]));
  return cohort.map((course) => `${course}/${contents.get(course)}`);
}

/** Course ids are random, so nobody outside can try out scores on the hash. */
function dataHashOf(courses: readonly ConcludedCourse[]): string {
  return hashOf([...courses].sort((one, other) => (one.courseId < other.courseId ? -1 : 1)));
}
