import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { SlotName } from '../../../domain/course/record/slots';
import { api, bodyOf, type Schemas } from '../../api/client';
import { ApiProblem } from '../../api/problem';
import { requestOf, type FormValues } from './form-values';

interface Sent {
  values: FormValues;
  /** The version that was seen; null where nothing was recorded. */
  seen: number | null;
}

/** Records the answers of a slot. The same answers sent twice are recorded once. */
export function useRecordForm(
  course: Schemas['CourseDetailResponse'],
  slot: SlotName,
  onRecorded: (recorded: Schemas['RecordedResponse']) => void,
) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ values, seen }: Sent) => {
      const header = seen === null ? { 'If-None-Match': '*' } : { 'If-Match': `"${seen}"` };
      const path = { courseId: course.id, slot };
      return bodyOf(
        api.PUT('/v1/courses/{courseId}/assessments/{slot}', {
          params: { path, header },
          body: requestOf(values),
        }),
      );
    },
    onSuccess: (recorded) => {
      onRecorded(recorded);
      const changed = ['course', 'courses', 'patient', 'patients', 'safety-notices', 'cohort'];
      void client.invalidateQueries({
        predicate: ({ queryKey }) => changed.includes(String(queryKey[0])),
      });
    },
    onError: (error) => {
      if (!(error instanceof ApiProblem) || error.type !== 'stale-version') return;
      // What is recorded by now stands beside what was typed as soon as it is read.
      void client.invalidateQueries({ queryKey: ['course', course.id] });
    },
  });
}
