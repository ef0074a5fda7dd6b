import { Badge, Box, Group, Progress, Text } from '@mantine/core';
import type { CourseRecord } from '../../../domain/course/record/course-record';
import type { SlotName } from '../../../domain/course/record/slots';
import { ITEM_COUNT, ITEMS, type Answers } from '../../../domain/cudos/items';
import { progressOf } from '../../../domain/cudos/progress';
import { MAX_TOTAL, noTotalBecause } from '../../../domain/cudos/score';
import classes from './item-form.module.css';
import { TotalWords } from './total-words';
import { counted } from '../../../domain/numbers/words';

interface Props {
  course: CourseRecord;
  slot: SlotName;
  answers: Answers;
}

const IN_TOTAL = ITEMS.filter(({ inTotal }) => inTotal).length;

/** How far the form is, and its total as soon as there is one. */
export function FormSummary({ course, slot, answers }: Props) {
  const { answered, answeredInTotal, pointsSoFar } = progressOf(answers);
  const because = noTotalBecause(answers);
  return (
    <Box component="section" aria-label="Total" className={classes.summary}>
      <Group justify="space-between" gap="xs" mb={4}>
        <Text size="sm" fw={600}>
          {answered} of {ITEM_COUNT} answered
        </Text>
        {because && (
          <Badge variant="default" tt="none">
            no total yet
          </Badge>
        )}
      </Group>
      <Progress value={(100 * answered) / ITEM_COUNT} aria-label="Items answered" />
      <div role="status">{because === null && <TotalWords course={course} slot={slot} />}</div>
      {because !== null && (
        <Text size="sm" c="dimmed" mt="xs">
          {answered === 0 ? (
            <>
              <span className="key-hints">
                A key from 0 to 4 answers and goes on. Arrows and Backspace go back, Delete empties.
              </span>
              <span className="touch-hints">A tap answers, and the next item comes by itself.</span>
            </>
          ) : (
            `So far ${counted(pointsSoFar, 'point')} from ${answeredInTotal} of the ${IN_TOTAL} items that count. This is a part of a sum, not a score of 0 to ${MAX_TOTAL}.`
          )}
        </Text>
      )}
    </Box>
  );
}
