import { Alert, List, TextInput } from '@mantine/core';
import { ApiProblem } from '../api/problem';
import { faultOf } from '../parts/faulty-field';

/** What the service asks to confirm; empty where it asks nothing. */
export function warningsOf(error: Error | null): readonly string[] {
  if (!(error instanceof ApiProblem) || error.type !== 'confirmation-needed') return [];
  return (error.problem.warnings ?? []).map(({ message }) => message);
}

interface Props {
  error: Error | null;
  warnings: readonly string[];
  label: string;
}

/** What is possible but unusual, and the place to say why it is right all the same. */
export function Confirmation({ error, warnings, label }: Props) {
  if (warnings.length === 0) return null;
  return (
    <Alert color="yellow" variant="light" role="alert" title="Possible, but please look again">
      <List size="sm" mb="xs">
        {warnings.map((warning) => (
          <List.Item key={warning}>{warning}</List.Item>
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
