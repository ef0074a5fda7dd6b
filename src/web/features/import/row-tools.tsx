import { Button, Group, Kbd, SegmentedControl, Stack, Text, Title } from '@mantine/core';
import { countInFigures } from '../../../domain/numbers/words';
import { rowsWith, type Marks } from './marks';

export type View = 'fault' | 'unusual' | 'all';

interface Props {
  marks: Marks;
  /** How many rows the file has. */
  all: number;
  view: View;
  choose: (view: View) => void;
  goTo: (step: 1 | -1) => void;
}

/** Which rows are shown, and the way from one fault to the next. */
export function RowTools({ marks, all, view, choose, goTo }: Props) {
  const faulty = rowsWith(marks, 'fault').length;
  const unusual = rowsWith(marks, 'unusual').length;
  const what = view === 'unusual' ? 'unusual value' : 'fault';
  return (
    <Stack gap="xs">
      <Title order={2} size="h4" id="rows-title">
        Rows
      </Title>
      <Group justify="space-between" gap="sm">
        <SegmentedControl
          aria-label="Which rows"
          transitionDuration={0}
          value={view}
          onChange={(value) => choose(value)}
          data={[
            { value: 'fault', label: `With faults (${countInFigures(faulty)})` },
            { value: 'unusual', label: `Unusual (${countInFigures(unusual)})` },
            { value: 'all', label: `All (${countInFigures(all)})` },
          ]}
        />
        {(view === 'unusual' ? unusual : faulty) > 0 && (
          <Group gap="xs">
            <Button variant="default" size="sm" onClick={() => goTo(-1)} rightSection={<Kbd size="xs">Shift F8</Kbd>}>
              Previous {what}
            </Button>
            <Button variant="default" size="sm" onClick={() => goTo(1)} rightSection={<Kbd size="xs">F8</Kbd>}>
              Next {what}
            </Button>
          </Group>
        )}
      </Group>
      <Text size="sm" c="dimmed">
        Type into a cell to correct it; Enter goes down, Esc takes back. The file on your device stays as it is.
      </Text>
    </Stack>
  );
}
