import { Alert, Anchor, Group } from '@mantine/core';
import { Link } from 'wouter';
import type { Added } from './new-patient';
import { KIND_LABELS } from '../../components/course-words';
import { dateInWords } from '../../../domain/calendar/date-words';

/** Says what was added and leads on to it; spoken by screen readers. */
export function AddedNotice({ added }: { added: Added | null }) {
  return (
    <div role="status">
      {added && (
        <Alert color="petrol" variant="light" mb="lg" title={wordsOf(added)}>
          <Group gap="lg">
            <Anchor component={Link} href={`/scores?course=${added.course.id}`} underline="always">
              Type the first score
            </Anchor>
            <Anchor component={Link} href={`/courses/${added.course.id}/form/infusion-1`} underline="always">
              Fill in the form
            </Anchor>
            <Anchor component={Link} href={`/patients/${added.patient.id}`} underline="always">
              Open the patient
            </Anchor>
          </Group>
        </Alert>
      )}
    </div>
  );
}

function wordsOf({ patient, course }: Added): string {
  const kind = KIND_LABELS[course.kind].toLowerCase();
  return `${patient.chartNumber} was added with a course (${kind}) from ${dateInWords(course.startedOn)}`;
}
