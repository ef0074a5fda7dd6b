import { Injectable } from '@nestjs/common';
import { Clock } from '../../clock.js';
import type { ClinicTransaction } from '../../database/transaction.js';
import { sentencesOf } from '../../domain/claims/sentences.js';
import { isSame } from '../../domain/disclosure/public-cohort.js';
import type { PublicGroups } from '../../domain/disclosure/public-groups.js';
import { allWithheld } from '../../domain/publication/all-withheld.js';
import type { AllowedSentence } from '../../domain/publication/allowed-sentence.js';
import { publicContent } from '../../domain/publication/public-content.js';
import type { PublicContent } from '../../domain/publication/published-document.js';
import type { Refusal } from '../../domain/publication/refusal.js';
import { hashOf } from '../../signing/canonical.js';
import type { Clinic } from '../../staff/clinic/clinic.entity.js';
import { dataHashOf } from '../document/data-hash.js';
import { ClosedGroupsService, groupsOf, type ClinicGroups } from '../groups/closed-groups.service.js';
import type { Publication } from '../publication.entity.js';
import { chosenGroups, refusedChoice } from './refusals.js';

/** What a draft would say, were it approved now. */
export interface DraftPreview {
  content: PublicContent;
  sentences: AllowedSentence[];
  footnote: string;
  refusal: Refusal | null;
  /** SHA-256 of all that would be public of the figures: what a director saw and approves. */
  contentHash: string;
}

/** The groups that a draft is made of, up to the last quarter of it. */
export interface PreviewSource {
  clinic: ClinicGroups;
  groups: PublicGroups;
  last: string;
}

/** The same with what it was made of, which stays inside. */
export interface ComputedPreview {
  preview: DraftPreview;
  /** What its approval freezes; null where it is refused. */
  source: PreviewSource | null;
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
    private readonly closedGroups: ClosedGroupsService,
  ) {}

  async compute(transaction: ClinicTransaction, clinic: Clinic, publication: Publication): Promise<ComputedPreview> {
    const asOf = this.clock.now();
    const loaded = await this.closedGroups.load(transaction, asOf);
    const { kind, indication, period, figures, charts, title, slug } = publication;
    const cohort = { kind, indication };
    const found = groupsOf(loaded, cohort, loaded.edition);
    const chosen = chosenGroups(period, found);
    const refusal = refusedChoice(publication) ?? chosen.refusal;
    const { groups } = chosen;
    const isWidest = !('clashing' in found) && isSame(cohort, found.widest.cohort);
    const request = { period, cohort, figures, charts };
    const content = publicContent(request, { groups, edition: loaded.edition, isWidest });
    // What can't be public isn't shown to anybody by a preview either.
    const shown = refusal ? allWithheld(content, refusal.reason) : content;
    const said = { content: shown, ...sentencesOf(shown, clinic.name) };
    const contentHash = hashOf({ ...said, title, slug });
    const last = groups.at(-1)?.to;
    const source =
      refusal || last === undefined || 'clashing' in found ? null : { clinic: loaded, groups: found, last };
    const courses = groups.flatMap((group) => group.courses);
    return { preview: { ...said, refusal, contentHash }, source, dataHash: dataHashOf(courses), asOf };
  }

  /** Freezes what a draft is made of, with its approval. */
  async freeze(
    transaction: ClinicTransaction,
    { kind, indication }: Publication,
    { clinic, groups, last }: PreviewSource,
    requestId: string,
  ): Promise<void> {
    await this.closedGroups.freeze(transaction, clinic, { cohort: { kind, indication }, last, groups }, requestId);
  }
}
