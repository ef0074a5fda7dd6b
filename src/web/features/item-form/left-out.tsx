import { Box, Button, Group, Text } from '@mantine/core';
import { ITEM_COUNT, type Answers } from '../../../domain/cudos/items';
import { progressOf } from '../../../domain/cudos/progress';
import { focusItem } from './item-focus';

/** A name that is longer than the column takes two lines. */
const WHOLE = { root: { maxWidth: '100%' }, label: { whiteSpace: 'normal' } } as const;

/**
 * The item that the person has come to: an empty one before it was left out, one after it is still to come. A person who
 * wants to save has come to the end.
 */
export function itemReached(answers: Answers, wantsToSave: boolean): number {
  if (wantsToSave) return ITEM_COUNT;
  return answers.findLastIndex((answer) => answer !== null) + 1;
}

/** The items that were left out on the way, each one press away. */
export function LeftOut({ answers, reached }: { answers: Answers; reached: number }) {
  const items = progressOf(answers).missing.filter(({ number }) => number <= reached);
  if (items.length === 0) return null;
  return (
    <Box>
      <Text size="sm">Left out:</Text>
      <Group gap={4} mt={4}>
        {items.map(({ number, label, inTotal }) => (
          <Button
            key={number}
            variant="default"
            size="compact-sm"
            h="auto"
            mih={26}
            styles={WHOLE}
            onClick={() => focusItem(number)}
          >
            {number} {label}
            {inTotal ? '' : ' (not in the total)'}
          </Button>
        ))}
      </Group>
    </Box>
  );
}
