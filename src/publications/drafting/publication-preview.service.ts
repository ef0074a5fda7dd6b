import { Injectable } from '@nestjs/common';
import { Clock } from '../../clock.js';
import type { ClinicTransaction } from '../../database/transaction.js';
import { sentencesOf } from '../../domain/claims/sentences.js';
import type { Refusal } from '../../domain/disclosure/refusal.js';
import { allWithheld } from '../../domain/publication/all-withheld.js';
import type { AllowedSentence } from '../../domain/publication/allowed-sentence.js';
import type { PublicContent } from '../../domain/publication/published-document.js';
import { hashOf } from '../../signing/canonical.js';
import type { Clinic } from '../../staff/clinic/clinic.entity.js';
import type { Counted } from '../document/counted-courses.js';
import { dataHashOf, PublicationFiguresService } from '../document/publication-figures.service.js';
import type { Publication } from '../publication.entity.js';
import { PublicationComparisonService } from './publication-comparison.service.js';

/** What a draft would say, were it approved now. */
export interface DraftPreview {
  content: PublicContent;
  sentences: AllowedSentence[];
  footnote: string;
  refusal: Refusal | null;
  /** SHA-256 of all that would be public of the figures: what a director saw and approves. */
  contentHash: string;
}

/** The same with what it was made of, which stays inside. */
export interface ComputedPreview {
  preview: DraftPreview;
  counted: Counted;
  /** SHA-256 of the courses counted, in any order. */
  dataHash: string;
  /** When the courses were read. */
  asOf: Date;
}

/** Makes what would be public of a draft, and says whether it may be. */
@Injectable()
export class PublicationPreviewService {
  constructor(
    private readonly clock: Clock,
    private readonly figures: PublicationFiguresService,
    private readonly comparison: PublicationComparisonService,
  ) {}

  async compute(transaction: ClinicTransaction, clinic: Clinic, publication: Publication): Promise<ComputedPreview> {
    const asOf = this.clock.now();
    const now = await this.figures.read(transaction, publication);
    const { content, counts, courses } = now;
    const cohort = courses.map((course) => ({ id: course.courseId, content: hashOf(course) }));
    const counted = { counts, cohort };
    const refusal = now.refusal ?? (await this.comparison.refusal(transaction, counted));
    // What can't be public isn't shown to anybody by a preview either.
    const shown = refusal ? allWithheld(content, refusal) : content;
    const said = { content: shown, ...sentencesOf(shown, clinic.name) };
    const contentHash = hashOf({ ...said, title: publication.title, slug: publication.slug });
    return { preview: { ...said, refusal, contentHash }, counted, dataHash: dataHashOf(courses), asOf };
  }
}
