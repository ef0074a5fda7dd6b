/** What a course is for: a first series, or one that keeps what it reached. */
export const COURSE_KINDS = ['induction', 'maintenance'] as const;

export type CourseKind = (typeof COURSE_KINDS)[number];
