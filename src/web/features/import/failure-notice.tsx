import { Alert, Button, Stack, Text } from '@mantine/core';
import { Unreachable } from '../../api/problem';
import { ProblemNotice } from '../../components/problem-notice';
import { Interrupted } from './interrupted';
import type { Task } from './open-import';

interface Props {
  task: Task;
  error: Error;
  again: () => void;
}

/** What went wrong, and how to go on safely: the same rows sent twice are saved once. */
export function FailureNotice({ task, error, again }: Props) {
  const lost = error instanceof Interrupted || error instanceof Unreachable;
  if (!lost) {
    return (
      <Stack maw={860} align="flex-start" gap="sm">
        <ProblemNotice error={error} />
        <Button onClick={again}>Try again</Button>
      </Stack>
    );
  }
  return (
    <Alert
      color="orange"
      role="alert"
      maw={860}
      title={`The connection was lost while the rows were ${task === 'check' ? 'checked' : 'saved'}`}
    >
      <Stack align="flex-start" gap="sm">
        <Text size="sm">
          {task === 'check'
            ? 'Nothing was saved. The file and your corrections are still here.'
            : 'The service goes on by itself once it has all rows: then they are saved as a whole. If it hadn’t, nothing is saved. Ask again to see which; the same rows sent twice are saved once.'}
        </Text>
        <Button onClick={again}>{task === 'check' ? 'Check again' : 'Ask again'}</Button>
      </Stack>
    </Alert>
  );
}
