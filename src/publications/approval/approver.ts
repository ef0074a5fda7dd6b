import { calendarDateIn } from '../../clock.js';
import { dateInWords } from '../../domain/calendar/date-words.js';
import type { Role } from '../../staff/sessions/actor.js';
import type { Publication } from '../publication.entity.js';

/** What the clinic is like where approval is concerned. */
export interface ApprovingClinic {
  /** Whether its settings say that its single director approves what they drafted. */
  selfApproval: boolean;
  activeDirectors: number;
  /** The first day on which the person may approve, where their access is new; else null. */
  approvesFrom: string | null;
}

/** Whether a person may approve a draft: why not, or as whom. */
export type Approver = { why: string } | { why: null; selfApproved: boolean };

/**
 * May this person approve this draft? Only a director, and of their own words only where they are the clinic's single
 * director and its settings say so. Everybody who ever changed a draft is its author as much as who began it,
 * and with an account that an author has just made they would be two persons.
 */
export function approverOf(
  { staffId, role }: { staffId: string; role: Role },
  { state, draftedBy, authors }: Pick<Publication, 'state' | 'draftedBy' | 'authors'>,
  { selfApproval, activeDirectors, approvesFrom }: ApprovingClinic,
): Approver {
  if (state !== 'draft') return { why: `It is ${state} already; only a draft is approved.` };
  if (role !== 'director') return { why: 'Only a director approves.' };
  if (!authors.includes(staffId)) {
    return approvesFrom === null ? { why: null, selfApproved: false } : { why: tooNew(approvesFrom) };
  }
  if (selfApproval && activeDirectors === 1) return { why: null, selfApproved: true };
  const did = staffId === draftedBy ? 'drafted' : 'changed';
  const remedy =
    activeDirectors === 1
      ? 'A clinic with a single director may say in its settings that the author approves; the publication then says so.'
      : 'Ask another director to look at it and approve it.';
  return { why: `You ${did} this publication, so somebody else approves it. ${remedy}` };
}

/** Days before somebody whose access is new may approve: long enough for the clinic to notice it. */
export const NEW_FOR_DAYS = 7;
const DAY = 24 * 60 * 60_000;

/**
 * When does a person approve whom somebody of the clinic has given access?
 * @param since When that was; null where nobody did.
 * @returns The day in the clinic; null where they may already.
 */
export function approvesFrom(since: Date | null, at: Date, timeZone: string): string | null {
  const from = since && new Date(since.getTime() + NEW_FOR_DAYS * DAY);
  return from && at < from ? calendarDateIn(timeZone, from) : null;
}

function tooNew(day: string): string {
  return (
    `Somebody of the clinic has given you access, a new password or the role of a director less than ${NEW_FOR_DAYS} days ago, ` +
    `so you approve from ${dateInWords(day)} on: nobody should approve their own with an account that they have just made. Ask ` +
    'another director, or the person who runs the server for a link of their own ("cudos staff link").'
  );
}
