import type { UnsealedDocument } from '../../signing/seal.js';
import type { Clinic } from '../../staff/clinic/clinic.entity.js';
import type { ComputedPreview } from '../drafting/publication-preview.service.js';
import type { PublicGroup } from '../../domain/publication/public-group.js';
import type { Publication } from '../publication.entity.js';
import { software } from '../../software.js';

/** What a draft says from its approval on. Of people it has nothing but the role of the approver. */
export function unsealedDocument(
  clinic: Clinic,
  { id, slug, title }: Publication,
  { preview, source, dataHash, asOf }: ComputedPreview,
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
    ...(content.groups && { groups: content.groups.map((group) => closed(group, source?.clinic.now.today ?? null)) }),
    sentences,
    footnote,
    provenance: { asOf: instant, dataHash, software: software() },
    approval: { role: 'director', at: instant, selfApproved: approval.selfApproved },
  };
}

/** A group that this approval closes is closed today. */
function closed(group: PublicGroup, today: string | null): PublicGroup {
  return { ...group, closedOn: group.closedOn ?? today };
}
