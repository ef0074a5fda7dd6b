import { Button, Group } from '@mantine/core';
import type { Command } from './keys';

const ACTIONS: { is: 'missed' | 'date' | 'form' | 'undo'; label: string }[] = [
  { is: 'missed', label: 'Missed' },
  { is: 'date', label: 'Another day' },
  { is: 'form', label: 'Form' },
  { is: 'undo', label: 'Undo' },
];

/** What the keys of a cell do, for who has none: a keyboard on a screen has digits and no letters. */
export function CellActions({ name, onDo }: { name: string; onDo: (command: Command) => void }) {
  return (
    <Group gap={6} role="group" aria-label={`What to do at ${name}`}>
      {ACTIONS.map(({ is, label }) => (
        <Button
          key={is}
          variant="default"
          size="compact-sm"
          // The cell keeps the focus, and what is typed in it.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onDo({ is })}
        >
          {label}
        </Button>
      ))}
    </Group>
  );
}
