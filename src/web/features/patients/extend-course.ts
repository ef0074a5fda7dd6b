import { useMutation } from '@tanstack/react-query';
import type { Schemas } from '../../api/client';
import { useRefreshCare } from '../../api/refresh-care';
import { changeCourse } from './correct-course';

type Course = Schemas['CourseDetailResponse'];

/** Says that a course is still under way today, though no entry says so. */
export function useExtendCourse(onSaved: (course: Course) => void = () => {}) {
  return useMutation({
    mutationFn: ({ course, today }: { course: Course; today: string }) =>
      changeCourse(course.id, `"${course.version}"`, { underWayOn: today }),
    onSuccess: onSaved,
    onSettled: useRefreshCare(),
  });
}
