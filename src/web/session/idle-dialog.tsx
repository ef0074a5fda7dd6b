import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { counted } from '../../domain/numbers/words';
import { ProblemNotice } from '../components/problem-notice';

interface Props {
  /** Seconds until the session ends; null while nobody has to be warned. */
  left: number | null;
  pending: boolean;
  error: Error | null;
  onStay: () => void;
}

/** Asks whether anybody is there, while there is time to say so. */
export function IdleDialog({ left, pending, error, onStay }: Props) {
  return (
    <Modal opened={left !== null} onClose={onStay} title="Are you still there?" centered>
      <Stack gap="sm">
        <Text aria-live="off">
          In {counted(left ?? 0, 'second')} you will be signed out, so that nobody else sees patients on this screen.
          What you typed is kept.
        </Text>
        {error && <ProblemNotice error={error} />}
        <Group justify="flex-end">
          <Button onClick={onStay} loading={pending} data-autofocus>
            Stay signed in
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
