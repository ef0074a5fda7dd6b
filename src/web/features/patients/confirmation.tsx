import { Alert, Anchor, List, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import { faultOf, warningsOf, type Warning } from '../../api/problem';

interface Props {
  error: Error | null;
  warnings: readonly Warning[];
  label: string;
}

/** The warnings answered last; they stay with their reason while other things are corrected. */
export function useWarnings(): [readonly Warning[], (error: Error) => void] {
  const [warnings, setWarnings] = useState<readonly Warning[]>([]);
  const note = (error: Error) => {
    const found = warningsOf(error);
    if (found.length > 0) setWarnings(found);
  };
  return [warnings, note];
}

/** What is possible but unusual, and the place to say why it is right all the same. */
export function Confirmation({ error, warnings, label }: Props) {
  if (warnings.length === 0) return null;
  return (
    <Alert color="yellow" variant="light" role="alert" title="Possible, but please look again">
      <List size="sm" mb="xs">
        {warnings.map(({ message, patient }) => (
          <List.Item key={message}>
            {message}{' '}
            {patient && (
              <Anchor component={Link} href={`/patients/${patient.id}`} inherit underline="always">
                Open {patient.chartNumber}
              </Anchor>
            )}
          </List.Item>
        ))}
      </List>
      <TextInput
        label={label}
        name="overrideReason"
        required
        autoComplete="off"
        error={faultOf(error, '/overrideReason')}
      />
    </Alert>
  );
}
