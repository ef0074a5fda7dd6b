import { Anchor, Box, Table, Text } from '@mantine/core';
import { memo } from 'react';
import { Link } from 'wouter';
import { courseWords } from '../../components/course-words';
import { ChartNumberLink } from '../../components/rows/row-link';
import { CourseMarks, MarkRules } from '../../components/course/course-marks';
import { Sparkline } from '../../components/course/sparkline';
import { totalsOf } from '../../entries/course-record';
import type { Course } from '../../entries/entry';
import { useSession } from '../../session/session';
import { Section } from './section';

/** Courses under way whose scores ask somebody to look; nothing where there are none. */
export const MayNeedLook = memo(function MayNeedLook({ courses }: { courses: readonly Course[] }) {
  const { role } = useSession().staff;
  const marked = courses.filter(({ marks }) => marks.length > 0);
  if (marked.length === 0) return null;
  return (
    <Section title="May need a look" count={marked.length}>
      <Text size="sm" c="dimmed" mb={4}>
        Their scores do not go down as hoped. This asks you to look; it does not say what to do.
      </Text>
      <Table aria-label="May need a look" verticalSpacing={6} horizontalSpacing="xs" highlightOnHover maw="60rem">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Chart number</Table.Th>
            <Table.Th>Scores</Table.Th>
            <Table.Th>Why</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {marked.map((course) => (
            <Table.Tr key={course.id}>
              <Table.Td>
                <ChartNumberLink href={`/patients/${course.patientId}?course=${course.id}`}>
                  {course.chartNumber}
                </ChartNumberLink>
                <Text size="xs" c="dimmed">
                  {courseWords(course)}
                </Text>
              </Table.Td>
              <Table.Td>
                <Sparkline scores={totalsOf(course)} />
              </Table.Td>
              <Table.Td>
                <CourseMarks names={course.marks} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Box mt="xs">
        <MarkRules names={marked.flatMap(({ marks }) => marks)} />
      </Box>
      {role === 'director' && (
        <Anchor component={Link} href="/outcomes/marks" size="sm">
          How often were these marks right here?
        </Anchor>
      )}
    </Section>
  );
});
