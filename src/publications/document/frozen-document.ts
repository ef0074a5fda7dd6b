import type { UnsealedDocument } from '../../signing/seal.js';
import type { Clinic } from '../../staff/clinic/clinic.entity.js';
import type { ComputedDraft } from '../drafting/publication-previews.service.js';
import type { Publication } from '../publication.entity.js';
import { software } from './software.js';

/** What a draft says from its approval on. Of people it has nothing but the role of who approved. */
export function frozenDocument(
  { id, slug, title }: Publication,
  { draft: { content, sentences, footnote }, dataHash }: ComputedDraft,
  {
    clinic,
    supersedes,
    at,
    selfApproved,
  }: {
    clinic: Clinic;
    supersedes: string | null;
    at: Date;
    selfApproved: boolean;
  },
): UnsealedDocument {
  const instant = at.toISOString();
  return {
    format: 'cudos-publication/1',
    id,
    slug,
    title,
    state: 'approved',
    supersedes,
    clinic: { name: clinic.name },
    ...content,
    sentences,
    footnote,
    provenance: { asOf: instant, dataHash, software: software() },
    approval: { role: 'director', at: instant, selfApproved },
  };
}
