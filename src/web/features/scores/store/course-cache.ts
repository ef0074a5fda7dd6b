import { EVERY_DAY } from '../../../../domain/calendar/clinic-days.js';
import { infusionSlot } from '../../../../domain/course/record/slots.js';
import { recordedAt } from '../../../entries/course-record';
import type { Assessment, Course } from '../../../entries/entry';
import { cellKey, cellName, type CellAddress, type Row } from './cells';
import type { PendingWrite } from '../../../entries/outbox/pending-write';
import { addressOfSlotKey } from '../../../entries/outbox/slot-address';
import { newest, rowOf, withRecorded, type CourseDay } from './rows';

/** The courses of the table as the service last answered them, and the row that each makes with what is not saved yet. */
export class CourseCache {
  private readonly courses = new Map<string, Course>();
  /** Made when they are asked for; dropped when something of their course changes. */
  private readonly rows = new Map<string, Row>();
  private readonly saved = new Set<string>();
  private order: readonly string[] = [];
  private day: CourseDay = { today: '', clinicDays: EVERY_DAY };

  /** @param pendings what is not saved yet, by the keys of the cells. */
  constructor(private readonly pendings: () => ReadonlyMap<string, PendingWrite>) {}

  /** Takes what the service answered in place of what was known before. */
  load(courses: readonly Course[], day: CourseDay): void {
    const before = new Map(this.courses);
    this.courses.clear();
    for (const course of courses) this.courses.set(course.id, newest(course, before.get(course.id)));
    this.order = [...this.courses.keys()];
    this.rows.clear();
    this.day = day;
  }

  /** The ids of the courses, in the order in which they were answered. */
  ids = (): readonly string[] => this.order;
  course = (courseId: string): Course | undefined => this.courses.get(courseId);

  row(courseId: string): Row | undefined {
    const known = this.rows.get(courseId);
    const course = this.courses.get(courseId);
    if (known || !course) return known;
    const row = rowOf(course, this.pendings(), this.saved, this.day);
    this.rows.set(courseId, row);
    return row;
  }

  recorded({ courseId, infusion }: CellAddress): Assessment | null {
    const course = this.courses.get(courseId);
    return course ? recordedAt(course, infusionSlot(infusion)) : null;
  }

  /** The service has this in the cell. */
  setRecorded({ courseId, infusion }: CellAddress, recorded: Assessment | null): void {
    const course = this.courses.get(courseId);
    if (course) this.courses.set(courseId, withRecorded(course, infusionSlot(infusion), recorded));
    this.rows.delete(courseId);
  }

  /** The cell was saved while this page is open. */
  markSaved(address: CellAddress): void {
    this.saved.add(cellKey(address));
  }

  /** The courses of the cells that were saved while this page is open. */
  savedHere(): string[] {
    return [...this.saved].map((key) => addressOfSlotKey(key).courseId);
  }

  /** What is not saved yet of this course has changed. */
  pendingChanged(courseId: string): void {
    this.rows.delete(courseId);
  }

  nameOf(address: CellAddress): string {
    const course = this.courses.get(address.courseId);
    return course ? cellName(course, address) : `infusion ${address.infusion}`;
  }
}
