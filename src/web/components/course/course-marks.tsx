import { Text } from '@mantine/core';
import { COURSE_MARKS, type MarkName } from '../../../domain/course/judgement/marks';
import { capital } from '../../../domain/numbers/words';

/** Why somebody may have to look at a course, in few and quiet words; nothing where there is no reason. */
export function CourseMarks({ names }: { names: readonly MarkName[] }) {
  if (names.length === 0) return null;
  return (
    <Text span display="block" fz={12} lh="16px" title={`May need a look. ${rulesOf(names)}`}>
      ◇ {names.map((name) => COURSE_MARKS[name].label).join(', ')}
    </Text>
  );
}

/** What each of these marks means, once. */
export function MarkRules({ names, size = 'sm' }: { names: readonly MarkName[]; size?: 'xs' | 'sm' }) {
  if (names.length === 0) return null;
  return (
    <Text size={size} c="dimmed">
      {rulesOf(names)}
    </Text>
  );
}

function rulesOf(names: readonly MarkName[]): string {
  return [...new Set(names)]
    .map((name) => `${capital(COURSE_MARKS[name].label)}: ${COURSE_MARKS[name].rule}`)
    .join(' ');
}
