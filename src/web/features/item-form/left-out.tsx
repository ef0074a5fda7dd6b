import { Box, Button, Group, Text } from '@mantine/core';
import type { Answers } from '../../../domain/cudos/items';
import { progressOf } from '../../../domain/cudos/progress';
import { leftOut } from './asked-items';
import { focusItem } from './item-focus';

/** The items that were left out on the way, each a step away. */
export function LeftOut({ answers, reached }: { answers: Answers; reached: number }) {
  const items = leftOut(progressOf(answers).missing, reached);
  if (items.length === 0) return null;
  return (
    <Box>
      <Text size="sm">Left out:</Text>
      <Group gap={4} mt={4}>
        {items.map(({ number, label, inTotal }) => (
          <Button key={number} variant="default" size="compact-sm" onClick={() => focusItem(number)}>
            {number} {label}
            {inTotal ? '' : ' (not in the total)'}
          </Button>
        ))}
      </Group>
    </Box>
  );
}
