import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTyped } from '../../components/dialogs/dialog-draft';

interface Props {
  label: string;
  focused?: boolean;
  error: string | null;
}

const USUAL_REASONS = [
  'Typing error',
  'The patient corrected an answer',
  'Wrong date',
  'Entered at the wrong visit',
  'Entered for the wrong patient',
];

/** Why an entry is amended: a usual reason by one press, or one's own words. */
export function ReasonField({ label, focused, error }: Props) {
  const [reason, setReason] = useState(useTyped()('amendmentReason', ''));
  return (
    <Stack gap={6}>
      <TextInput
        label={label}
        name="amendmentReason"
        required
        autoComplete="off"
        data-autofocus={focused || undefined}
        value={reason}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
        error={error}
      />
      <Group gap={6} role="group" aria-label="Usual reasons">
        {USUAL_REASONS.map((usual) => (
          <Button key={usual} variant="default" size="compact-sm" fw={400} onClick={() => setReason(usual)}>
            {usual}
          </Button>
        ))}
      </Group>
    </Stack>
  );
}
