import { Checkbox, Fieldset, Stack } from '@mantine/core';
import { CHART_CHOICES } from './choices';
import type { DraftFields } from '../publication';

interface Props {
  chosen: DraftFields['charts'];
  error: string | null;
  onChange: (chosen: DraftFields['charts']) => void;
}

/** Which charts are published. */
export function ChartChoice({ chosen, error, onChange }: Props) {
  return (
    <Fieldset legend="Charts">
      <Checkbox.Group
        aria-label="Charts"
        description="Each shows more groups, so more may have to be withheld."
        value={chosen}
        error={error}
        onChange={(next) => onChange(next)}
      >
        <Stack gap={6} mt="xs">
          {CHART_CHOICES.map(({ value, label }) => (
            <Checkbox key={value} value={value} label={label} />
          ))}
        </Stack>
      </Checkbox.Group>
    </Fieldset>
  );
}
