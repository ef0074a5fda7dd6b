import type { Schemas } from '../../api/client';
import type { InfusionNumber } from '../../../domain/course/record/slots.js';
import { infusionSlot } from '../../../domain/course/record/slots.js';
import type { Pending } from './pending';

export type Course = Schemas['CourseDetailResponse'];
export type Recorded = Schemas['AssessmentResponse'];

/** Which cell: the infusion of a course. */
export interface Place {
  courseId: string;
  infusion: InfusionNumber;
}

/** One infusion of a course: what the service knows of it, and what a person typed that it has not taken yet. */
export interface Cell {
  place: Place;
  state: 'due' | 'scored' | 'missed' | 'unresolved';
  dueOn: string | null;
  /** The day of the next infusion that has one; an entry here can't be of a later day. */
  nextOn: string | null;
  recorded: Recorded | null;
  pending: Pending | null;
  /** Was it saved while this page is open? */
  savedHere: boolean;
}

/** A row of the grid. */
export interface Row {
  course: Course;
  cells: readonly Cell[];
}

/** One text a cell, for maps and drafts; it names no patient. */
export function keyOf({ courseId, infusion }: Place): string {
  return `${courseId}/${infusionSlot(infusion)}`;
}

export function placeOf(key: string): Place {
  const [courseId = '', slot = ''] = key.split('/');
  return { courseId, infusion: Number(slot.slice(-1)) as Place['infusion'] };
}

/** What people call the cell: `A-1042, infusion 3`. */
export function nameOf(course: Course, { infusion }: Place): string {
  return `${course.chartNumber}, infusion ${infusion}`;
}
