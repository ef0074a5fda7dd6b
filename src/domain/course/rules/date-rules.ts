import type { Fault } from '../../fault.js';
import { afterSeriesFaults } from './after-series-dates.js';
import { isCalendarDate } from '../../calendar/calendar.js';
import type { CourseRecord } from '../record/course-record.js';
import { infusionNumber, slotLabel } from '../record/slots.js';
import { visitFault, visitsOf, visitsRunningBackwards, type Visit } from '../record/visits.js';
import { dateInWords } from '../../calendar/date-words.js';

/**
 * Can the dates of this course be true?
 *
 * Input: a whole course, as it would be after the change at hand, and today's calendar date at the
 * clinic. Output: every fault at once, each naming the slots and both dates; `path` is
 * `/slots/<slot>/assessedOn`, `/stopped/on` or `/underWayOn`. Empty when all dates can be true. A slot without a date is not
 * judged; one with a text that is no date is reported and left out of the other rules.
 *
 * No visit lies in the future or before the start, infusions never run backwards (two on one day are allowed), and a
 * course stops no earlier than its last score.
 *
 * @example checkDates(course with infusion 2 on 2026-03-05 and infusion 3 on 2026-03-02, '2026-04-01')
 * // [{ rule: 'dates-run-backwards', path: '/slots/infusion-3/assessedOn', … }]
 */
export function checkDates(course: CourseRecord, today: string): Fault[] {
  const visits = visitsOf(course);
  const infusions = visits.filter(({ slot }) => infusionNumber(slot) !== null);
  return [
    ...notDates(course),
    ...visits.flatMap((visit) => outsideCourse(visit, course.startedOn, today)),
    ...visitsRunningBackwards(infusions),
    ...afterSeriesFaults(visits),
    ...stopFaults(course, infusions, today),
    ...underWayFaults(course, today),
  ];
}

function notDates(course: CourseRecord): Fault[] {
  return course.slots
    .filter(({ assessedOn }) => assessedOn !== null && !isCalendarDate(assessedOn))
    .map(({ slot, assessedOn }) =>
      visitFault(
        slot,
        'not-a-date',
        `The date of ${slotLabel(slot)}, "${assessedOn}", is not a day of the calendar (year-month-day).`,
      ),
    );
}

function outsideCourse({ slot, assessedOn }: Visit, startedOn: string, today: string): Fault[] {
  if (assessedOn >= startedOn && assessedOn <= today) return [];
  const subject = `The date of ${slotLabel(slot)}, ${dateInWords(assessedOn)},`;
  const faults: Fault[] = [];
  if (assessedOn > today)
    faults.push(visitFault(slot, 'date-in-future', `${subject} is in the future: today is ${dateInWords(today)}.`));
  if (assessedOn < startedOn)
    faults.push(
      visitFault(slot, 'date-before-start', `${subject} is before the course began, ${dateInWords(startedOn)}.`),
    );
  return faults;
}

function stopFaults({ stopped, startedOn }: CourseRecord, infusions: readonly Visit[], today: string): Fault[] {
  if (stopped === null) return [];
  if (!isCalendarDate(stopped.on)) {
    const message = `The day the course was stopped, "${stopped.on}", is not a day of the calendar (year-month-day).`;
    return [stopFault('not-a-date', message)];
  }
  const subject = `The day the course was stopped, ${dateInWords(stopped.on)},`;
  const faults: Fault[] = [];
  if (stopped.on > today)
    faults.push(stopFault('date-in-future', `${subject} is in the future: today is ${dateInWords(today)}.`));
  if (stopped.on < startedOn)
    faults.push(stopFault('stopped-before-start', `${subject} is before the course began, ${dateInWords(startedOn)}.`));
  const last = infusions.findLast(({ scored }) => scored);
  if (last !== undefined && stopped.on < last.assessedOn)
    faults.push(
      stopFault(
        'stopped-before-last-score',
        `${subject} is before the score of ${slotLabel(last.slot)} on ${dateInWords(last.assessedOn)}.`,
      ),
    );
  return faults;
}

function underWayFaults({ underWayOn, startedOn }: CourseRecord, today: string): Fault[] {
  if (underWayOn === null) return [];
  const path = '/underWayOn';
  const subject = `The day on which the course was still under way, ${dateInWords(underWayOn)},`;
  if (underWayOn > today)
    return [{ rule: 'date-in-future', message: `${subject} is in the future: today is ${dateInWords(today)}.`, path }];
  if (underWayOn >= startedOn) return [];
  return [
    { rule: 'date-before-start', message: `${subject} is before the course began, ${dateInWords(startedOn)}.`, path },
  ];
}

function stopFault(rule: string, message: string): Fault {
  return { rule, message, path: '/stopped/on' };
}
