import { Button, Group, Stack, Text, Title } from '@mantine/core';
import type { Schemas } from '../../api/client';
import { countInFigures, counted } from '../../../domain/numbers/words';
import { Empty } from '../../components/empty';
import { CohortLine } from './cohort-line';
import type { Asked } from './cohort-search';
import { CoursesFiles } from './courses-files';
import { CoursesTable } from './courses-table';
import { showMean } from '../../components/figures';

interface Props {
  pages: readonly Schemas['CohortCoursePage'][];
  /** Reads the next page; null after the last. */
  more: (() => void) | null;
  reading: boolean;
  asked: Asked;
}

/** A group of courses with what it is, how many there are, and each of them. */
export function CoursesList({ pages, more, reading, asked }: Props) {
  const [first] = pages;
  if (!first) return null;
  const { group, judgedBy, total, reliableChangeThreshold } = first;
  const courses = pages.flatMap(({ items }) => items);
  return (
    <Stack gap="sm">
      <CohortLine said={first} />
      <Group justify="space-between" gap="xs">
        <Title order={2} size="h3">
          {group.label}: {counted(total, 'course')}
        </Title>
        {total > 0 && <CoursesFiles asked={asked} />}
      </Group>
      {total === 0 ? (
        <Empty title="No course">With these filters there is no course in this group.</Empty>
      ) : (
        <>
          <CoursesTable courses={courses} by={judgedBy} />
          {reliableChangeThreshold !== null && (
            <Text size="sm" c="dimmed">
              Reliable: by more than {showMean(reliableChangeThreshold)} points, from the baselines of all induction
              courses of the clinic.
            </Text>
          )}
          <Group>
            <Text size="sm" role="status">
              {countInFigures(courses.length)} of {countInFigures(total)} shown
            </Text>
            {more && (
              <Button variant="default" onClick={more} loading={reading}>
                Show more
              </Button>
            )}
          </Group>
        </>
      )}
    </Stack>
  );
}
