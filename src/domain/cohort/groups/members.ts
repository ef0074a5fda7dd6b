import type { Count } from '../cohort.js';
import type { CohortCourse } from '../cohort-course.js';
import { groupNamed } from './named-groups.js';
import type { Group } from './group.js';
import { judgedCourse } from '../judged-course.js';
import type { JudgedCourse } from '../judged-course.js';

/**
 * The courses themselves that are in groups: for lists of them, and where it is persons that count, which no tally tells
 * apart.
 */
export class Members<Course extends CohortCourse = CohortCourse> {
  private readonly judged: readonly JudgedCourse<Course>[];
  private readonly known = new Map<string, readonly Course[]>();

  /** @param threshold More points than this are a reliable change; null where nobody asks. */
  constructor(courses: readonly Course[], threshold: number | null = null) {
    this.judged = courses.map((course) => judgedCourse(course, threshold));
  }

  /** The courses in a group, in their order. */
  of(group: Group): readonly Course[] {
    const courses =
      this.known.get(group.name) ?? this.judged.filter((course) => group.holds(course)).map(({ course }) => course);
    this.known.set(group.name, courses);
    return courses;
  }

  /** The courses that a count of them counts. */
  behind({ group: name }: Count): readonly Course[] {
    const group = groupNamed(name);
    if (group === null) throw new RangeError(`There is no group ${name}`);
    return this.of(group);
  }
}
