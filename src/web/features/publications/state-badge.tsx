import { Badge } from '@mantine/core';
import type { ListedPublication } from './publication';
import { STATES } from './words';

const LOOKS = {
  draft: { variant: 'outline', color: 'gray' },
  approved: { variant: 'filled', color: 'petrol' },
  superseded: { variant: 'default', color: 'gray' },
  withdrawn: { variant: 'default', color: 'gray' },
} as const;

export function StateBadge({ state }: Pick<ListedPublication, 'state'>) {
  return (
    <Badge {...LOOKS[state]} tt="none" fw={600} radius="sm">
      {STATES[state].label}
    </Badge>
  );
}
