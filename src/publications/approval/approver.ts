import type { Role } from '../../staff/sessions/actor.js';
import type { Publication } from '../publication.entity.js';

/** What the clinic is like where approval is concerned. */
export interface ApprovingClinic {
  /** Whether its settings say that its single director approves what they drafted. */
  selfApproval: boolean;
  activeDirectors: number;
}

/** Whether a person may approve a draft: why not, or as whom. */
export type Approver = { why: string } | { why: null; selfApproved: boolean };

/**
 * May this person approve this draft? Only a director, and of their own words only where they are the clinic's single
 * director and its settings say so. Everybody who ever changed a draft is its author as much as who began it.
 */
export function approverOf(
  { staffId, role }: { staffId: string; role: Role },
  { state, draftedBy, authors }: Pick<Publication, 'state' | 'draftedBy' | 'authors'>,
  { selfApproval, activeDirectors }: ApprovingClinic,
): Approver {
  if (state !== 'draft') return { why: `It is ${state} already; only a draft is approved.` };
  if (role !== 'director') return { why: 'Only a director approves.' };
  if (!authors.includes(staffId)) return { why: null, selfApproved: false };
  if (selfApproval && activeDirectors === 1) return { why: null, selfApproved: true };
  const did = staffId === draftedBy ? 'drafted' : 'changed';
  const remedy =
    activeDirectors === 1
      ? 'A clinic with a single director may say in its settings that the author approves; the publication then says so.'
      : 'Ask another director to look at it and approve it.';
  return { why: `You ${did} this publication, so somebody else approves it. ${remedy}` };
}
