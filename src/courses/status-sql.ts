/** `courseStatus` of the domain, in SQL over what a row of `course` has of its entries: is infusion 6 scored or missed? */
export const SIXTH_IS_OVER = '(course.sixth_missed OR course.score_6 IS NOT NULL)';

/** The day on which something was last recorded of the course, or said to be under way; its start without any. */
export const LAST_HEARD_ON = 'coalesce(greatest(course.last_entry_on, course.under_way_on), course.started_on)';
