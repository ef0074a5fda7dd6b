import { dateInWords } from '../../calendar/date-words.js';
import { lastEntryOn } from '../../course/record/course-record.js';
import type { CourseRecord, SlotRecord } from '../../course/record/course-record.js';
import { courseOutcome, type CourseOutcome } from '../../course/judgement/outcome.js';
import type { LikeQuartiles } from '../../course/judgement/middle-half.js';
import { percentReductionOf, reductionOf } from '../../course/judgement/reduction.js';
import { NO_BASELINES } from '../../course/judgement/reliable-change.js';
import { REMISSION_RULES } from '../../course/judgement/remission.js';
import { responseCutOff } from '../../course/judgement/response.js';
import type { SlotState } from '../../course/judgement/slot-states.js';
import { compareSlots, infusionNumber, slotLabel, type SlotName } from '../../course/record/slots.js';
import { STOP_REASONS } from '../../course/record/stop-reasons.js';
import { severityOf } from '../../cudos/severity.js';
import { rounded } from '../../numbers/rounded.js';
import type { ChartTable } from '../parts/chart.js';
import { likeCoursesInWords, type TrajectoryContext } from './course-middle-half.js';
import { gapOf } from './course-timeline.js';
import { counted } from '../../numbers/words.js';

/**
 * What does the trajectory of a course show, in sentences?
 *
 * Input: a course, and what its chart is made with. Output: a few full sentences with
 * baseline, latest score, lines and missing visits; percent to one decimal. It says so when there is no
 * score.
 *
 * @example courseTrajectoryText(course, { title: 'Course 1', today, like: null })
 * // 'Course 1. Baseline 40 (Moderate) on 2 Mar 2026. …'
 */
export function courseTrajectoryText(course: CourseRecord, context: TrajectoryContext): string {
  const { title, like } = context;
  const outcome = courseOutcome(course, { ...context, baselines: NO_BASELINES });
  return [
    `${title}.`,
    baselineSentence(outcome),
    ...latestSentence(outcome),
    `Infusions with a score: ${outcome.infusionsScored} of ${outcome.slots.length}.`,
    ...gapSentence([...outcome.slots, ...laterVisits(course)]),
    ...(outcome.status === 'stopped' && course.stopped !== null
      ? [`Stopped on ${dateInWords(course.stopped.on)}: ${STOP_REASONS[course.stopped.reason].toLowerCase()}.`]
      : []),
    ...(outcome.status === 'lost'
      ? [`No further visit since ${dateInWords(lastEntryOn(course) ?? course.startedOn)}: the course counts as lost.`]
      : []),
    `A total of ${REMISSION_RULES['below-20'].highest} or less is remission by the rule below 20.`,
    ...likeCoursesInWords(like),
  ].join(' ');
}

/**
 * Which exact values does the trajectory of a course show?
 *
 * Input: a course, and what its chart is made with. Output: a row for each of the six
 * infusions and each later visit, by slot, in full precision; reductions are positive when better, and
 * null where there is nothing.
 *
 * @example courseTrajectoryTable(course, { title: 'Course 1', today, like: null }).rows[0]
 * // ['infusion 1', '2026-03-02', 'scored', 40, 'Moderate', null, null, null, null, null, null]
 */
export function courseTrajectoryTable(course: CourseRecord, context: TrajectoryContext): ChartTable {
  const { title, like } = context;
  const { slots, baseline } = courseOutcome(course, { ...context, baselines: NO_BASELINES });
  const rows = [...slots, ...laterVisits(course)];
  return {
    caption: `${title}: CUDOS totals by visit`,
    columns: [
      'Visit',
      'Date',
      'State',
      'Total (0-64)',
      'Severity',
      'Reduction since baseline (points)',
      'Reduction since baseline (%)',
      'Why there is no total',
      'Middle half of other courses: from',
      'Middle half of other courses: to',
      'Other courses scored',
    ],
    rows: rows.map((row) => [
      slotLabel(row.slot),
      'on' in row ? row.on : row.assessedOn,
      row.state,
      row.total,
      row.total === null ? null : severityOf(row.total).label,
      ...reductions(row.slot === 'infusion-1' ? null : (baseline?.total ?? null), row.total),
      gapOf(row),
      ...othersAt(row.slot, like),
    ]),
  };
}

function othersAt(slot: SlotName, like: LikeQuartiles | null): (number | null)[] {
  const others = like?.quartiles[(infusionNumber(slot) ?? 0) - 1] ?? null;
  return others === null ? [null, null, null] : [others.from, others.to, others.n];
}

function reductions(baseline: number | null, total: number | null): (number | null)[] {
  if (baseline === null || total === null) return [null, null];
  return [reductionOf(baseline, total), percentReductionOf(baseline, total)];
}

function baselineSentence({ baseline }: CourseOutcome): string {
  if (baseline === null) return 'There is no baseline.';
  const day = baseline.on === null ? '' : ` on ${dateInWords(baseline.on)}`;
  const cutOff = responseCutOff(baseline.total);
  const response = cutOff === null ? '' : `; half of it is ${cutOff}`;
  return `Baseline ${baseline.total} (${baseline.band.label})${day}${response}.`;
}

function latestSentence({ current }: CourseOutcome): string[] {
  if (current === null || current.slot === 'infusion-1') return [];
  const { reductionSinceBaseline: points, percentReductionSinceBaseline: percent } = current;
  const day = current.on === null ? '' : ` on ${dateInWords(current.on)}`;
  const share = percent === null ? '' : ` (${rounded(Math.abs(percent), 1)} %)`;
  return [
    `Latest total ${current.total} (${current.band.label}) at ${slotLabel(current.slot)}${day}` +
      `${points === null ? '' : `, ${movement(points)}${share}`}.`,
  ];
}

function movement(points: number): string {
  if (points === 0) return 'unchanged since baseline';
  return `${counted(Math.abs(points), 'point')} ${points > 0 ? 'lower' : 'higher'} than at baseline`;
}

/** Visits after the series, by slot. */
function laterVisits({ slots }: CourseRecord): SlotRecord[] {
  const later = slots.filter(({ slot }) => infusionNumber(slot) === null);
  return later.toSorted((a, b) => compareSlots(a.slot, b.slot));
}

function gapSentence(visits: readonly (SlotState | SlotRecord)[]): string[] {
  const gaps = visits.flatMap((slot) => {
    const gap = slot.missedReason === 'courseStopped' ? null : gapOf(slot);
    return gap === null ? [] : [`${slotLabel(slot.slot)} (${gap.toLowerCase()})`];
  });
  return gaps.length === 0 ? [] : [`No score at ${gaps.join(', ')}.`];
}
