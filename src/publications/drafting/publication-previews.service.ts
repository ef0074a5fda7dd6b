import { Injectable } from '@nestjs/common';
import type { ClinicTransaction } from '../../database/transaction.js';
import { sentencesOf } from '../../domain/claims/sentences.js';
import type { Refusal } from '../../domain/disclosure/refusal.js';
import { allWithheld } from '../../domain/publication/all-withheld.js';
import type { AllowedSentence, PublicContent } from '../../domain/publication/published-document.js';
import { hashOf } from '../../signing/canonical.js';
import type { Clinic } from '../../staff/clinic/clinic.entity.js';
import type { Counted } from '../approval/counted-in.js';
import { PublicationComparison } from '../approval/publication-comparison.service.js';
import { dataHashOf, PublicationFigures } from '../document/publication-figures.service.js';
import type { Publication } from '../publication.entity.js';

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
  counted: Counted;
  /** SHA-256 of the courses counted, in any order. */
  dataHash: string;
}

/** Makes what would be public of a draft, and says whether it may be. */
@Injectable()
export class PublicationPreviews {
  constructor(
    private readonly figures: PublicationFigures,
    private readonly comparison: PublicationComparison,
  ) {}

  async compute(transaction: ClinicTransaction, clinic: Clinic, publication: Publication): Promise<ComputedDraft> {
    const now = await this.figures.read(transaction, publication);
    const { content, counts, courses } = now;
    const cohort = courses.map((course) => ({ id: course.courseId, content: hashOf(course) }));
    const counted = { counts, cohort };
    const refusal = now.refusal ?? (await this.comparison.refusal(transaction, counted));
    // What can't be public isn't shown to anybody by a preview either.
    const shown = refusal ? allWithheld(content, refusal) : content;
    const said = { content: shown, ...sentencesOf(shown, clinic.name) };
    const contentHash = hashOf({ ...said, title: publication.title, slug: publication.slug });
    return { draft: { ...said, refusal, contentHash }, counted, dataHash: dataHashOf(courses) };
  }
}
