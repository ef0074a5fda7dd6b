import { useMutation } from '@tanstack/react-query';
import type { Schemas } from '../../api/client';
import { useRefreshCare } from '../../api/refresh-care';
import { changeCourse } from './change-course';

type Course = Schemas['CourseDetailResponse'];

/** Says that a course was still under way on a day though no entry says so, or takes that back. */
export function useExtendCourse(onSaved: (course: Course) => void = () => {}) {
  return useMutation({
    mutationFn: ({ course, on }: { course: Course; on: string | null }) =>
      changeCourse(course.id, `"${course.version}"`, { underWayOn: on }),
    onSuccess: onSaved,
    onSettled: useRefreshCare(),
  });
}
