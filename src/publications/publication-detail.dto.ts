import type { Refusal } from '../domain/publication/refusal.js';
import type { AllowedSentence } from '../domain/publication/allowed-sentence.js';
import type { PublicContent, PublishedDocument } from '../domain/publication/published-document.js';
import type { PublicationResponse } from './publication.dto.js';

/** What would be public, were the draft approved now. */
export interface PublicationPreview {
  /**
   * False for marketing, to whom a draft shows its shape: which figures would be public, and which not. Its
   * numbers, charts and sentences are left out then and come once a director has approved, because previews compared
   * with each other could reveal single patients.
   */
  numbersShown: boolean;
  content: PublicContent;
  /** What the clinic may print; empty without numbers. */
  sentences: AllowedSentence[];
  /** @example "Riverside, patients who started from January 2025 to December 2026." */
  footnote: string;
  /** Why it can not be approved as it is; null where it can. */
  refusal: Refusal | null;
  /**
   * SHA-256 of all that would be public; an approval sends it back, and approves just what was shown. Null
   * without numbers, which could be tried out on it.
   * @example "5feceb66ffc86f38d952786c6d696c79c2dbc239dd4e91b46729d73a27fb57e9"
   */
  contentHash: string | null;
}

/** What who asks may do. */
export interface PublicationRights {
  approve: boolean;
  /** Why not; null where they may. @example "Only a director approves." */
  why: string | null;
}

export interface PublicationDetailResponse extends PublicationResponse {
  /** Of a draft, made of the records as they are now. */
  preview: PublicationPreview | null;
  /** Of what was approved: frozen and signed. */
  document: PublishedDocument | null;
  may: PublicationRights;
}
