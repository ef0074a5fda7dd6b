import type { UnsealedDocument } from '../../signing/seal.js';
import type { Clinic } from '../../staff/clinic/clinic.entity.js';
import type { ComputedPreview } from '../drafting/publication-preview.service.js';
import type { Publication } from '../publication.entity.js';
import { software } from './software.js';

/** What a draft says from its approval on. Of people it has nothing but the role of the approver. */
export function unsealedDocument(
  clinic: Clinic,
  { id, slug, title }: Publication,
  { preview, dataHash, asOf }: ComputedPreview,
  approval: { supersedes: string | null; selfApproved: boolean },
): UnsealedDocument {
  const { content, sentences, footnote } = preview;
  const instant = asOf.toISOString();
  return {
    format: 'cudos-publication/1',
    id,
    slug,
    title,
    state: 'approved',
    supersedes: approval.supersedes,
    clinic: { name: clinic.name, locale: clinic.locale },
    ...content,
    sentences,
    footnote,
    provenance: { asOf: instant, dataHash, software: software() },
    approval: { role: 'director', at: instant, selfApproved: approval.selfApproved },
  };
}
