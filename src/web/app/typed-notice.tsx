import { Alert, Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { infusionNumber } from '../../domain/course/record/slots';
import { courseQuery } from '../api/patient-queries';
import { recordedAt } from '../entries/course-record';
import { entryOf } from '../entries/entry';
import { visitWords } from '../entries/outbox/slot-address';
import { useTypedElsewhere, type TypedScore } from '../entries/typed-scores';

/** Scores that were typed on another page and left there: going back in the browser asks nothing, so this says it. */
export function TypedNotice() {
  const { scores, giveUp } = useTypedElsewhere();
  if (scores.length === 0) return null;
  return (
    <Alert color="orange" radius={0} title="Typed and not saved yet" role="region">
      <Stack gap={4}>
        {scores.map((score) => (
          <Typed key={score.draft} score={score} onGiveUp={() => giveUp(score)} />
        ))}
      </Stack>
    </Alert>
  );
}

function Typed({ score, onGiveUp }: { score: TypedScore; onGiveUp: () => void }) {
  const { address, text, page } = score;
  const { data: course } = useQuery(courseQuery(address.courseId));
  const infusion = infusionNumber(address.slot);
  const recorded = entryOf(course ? recordedAt(course, address.slot) : null);
  // Today has no line of what somebody else has recorded.
  const isGone = page === '/' && recorded !== null;
  const there =
    infusion === null ? `/patients/${course?.patientId}` : `/scores?course=${course?.id}&infusion=${infusion}`;
  return (
    <Group gap="xs" align="center">
      <Text size="sm">
        {course?.chartNumber ?? 'A patient'}, {visitWords(address.slot)}: {text}
        {recorded && `. Recorded by now: ${recorded.state === 'missed' ? 'missed' : (recorded.total ?? 'a form')}`}
      </Text>
      <Anchor component={Link} href={isGone ? there : page} size="sm" underline="always">
        Go there
      </Anchor>
      <Button size="compact-sm" variant="default" onClick={onGiveUp}>
        Give it up
      </Button>
    </Group>
  );
}
