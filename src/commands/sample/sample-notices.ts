import type { AssessmentVersion } from '../../assessments/entries/assessment.entity.js';
import type { SafetyNoticeEntity } from '../../assessments/safety-notices/safety-notice.entity.js';
import { safetyNoticeOf } from '../../domain/cudos/safety.js';
import { newId } from '../../http/ids.js';
import { pick, wholeBetween, type Random } from './random.js';

/** So many of the latest notices wait for somebody to look at them. */
const OPEN = 3;
const MINUTE = 60_000;

const ACTIONS = [
  'Talked with the patient before the infusion; no plan, no intent. Safety plan reviewed.',
  'Clinician saw the patient at once. Family informed with consent, next visit brought forward.',
  'Safety plan made together, crisis numbers given, call arranged for the next day.',
];

/** The notices that these answers opened; all but the latest were acknowledged within the hour. */
export function noticesOf(random: Random, assessments: readonly AssessmentVersion[]): SafetyNoticeEntity[] {
  const notices = assessments
    .flatMap((row) => noticeOf(row) ?? [])
    .sort((a, b) => a.openedAt.getTime() - b.openedAt.getTime());
  const recordedBy = new Map(assessments.map((row) => [row.courseId, row.recordedBy]));
  return notices.map((notice, at) =>
    at >= notices.length - OPEN ? notice : acknowledged(random, notice, recordedBy.get(notice.courseId) ?? null),
  );
}

function noticeOf(row: AssessmentVersion): SafetyNoticeEntity | null {
  const { clinicId, courseId, slot, version, recordedAt: openedAt, requestId } = row;
  const wanted = row.answers && safetyNoticeOf(row.answers);
  if (!wanted) return null;
  const place = { clinicId, id: newId(), courseId, slot, version, kind: wanted.kind };
  const nobody = { acknowledgedAt: null, acknowledgedBy: null, actionTaken: null };
  return { ...place, openedAt, ...nobody, requestId };
}

function acknowledged(random: Random, notice: SafetyNoticeEntity, acknowledgedBy: string | null): SafetyNoticeEntity {
  const minutes = wholeBetween(random, 3, 55);
  const acknowledgedAt = new Date(notice.openedAt.getTime() + minutes * MINUTE);
  return { ...notice, acknowledgedAt, acknowledgedBy, actionTaken: pick(random, ACTIONS) };
}
