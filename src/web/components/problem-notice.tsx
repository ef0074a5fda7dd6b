import { Alert, List, Text } from '@mantine/core';
import { ApiProblem } from '../api/problem';

interface Props {
  error: Error;
  /** Pointers of faults that are shown beside their fields. */
  shown?: readonly string[];
}

/** What happened and what to do, every fault that is not shown beside a field, and the request id for support. */
export function ProblemNotice({ error, shown = [] }: Props) {
  const problem = error instanceof ApiProblem ? error.problem : null;
  const faults = problem?.errors?.filter(({ pointer }) => !shown.includes(pointer)) ?? [];
  return (
    <Alert color="orange" variant="light" role="alert" title={error.message}>
      {faults.length > 0 && faults[0]?.message !== error.message && (
        <List size="sm">
          {faults.map(({ pointer, rule, message }) => (
            <List.Item key={`${pointer} ${rule}`}>{message}</List.Item>
          ))}
        </List>
      )}
      {problem?.requestId && (
        <Text size="xs" c="dimmed">
          For support: request {problem.requestId}
        </Text>
      )}
    </Alert>
  );
}
