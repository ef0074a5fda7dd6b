import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { ProblemNotice } from '../problem-notice';

interface Props {
  title: string;
  opened?: boolean;
  /** Label of the button that does it. */
  confirm: string;
  /** Label of the button that leaves all as it is. */
  cancel?: string;
  /** What is done, as `useMutation` gives it. */
  action: { isPending: boolean; error: Error | null; mutate: (nothing: undefined) => void };
  onClose: () => void;
  /** What becomes of it. */
  children: ReactNode;
}

/** Asks before something is done that can't be taken back easily. The focus is on the button that does nothing. */
export function ConfirmDialog({ title, opened = true, confirm, cancel = 'Cancel', action, onClose, children }: Props) {
  return (
    <Modal opened={opened} onClose={onClose} title={title}>
      <Stack>
        <Text>{children}</Text>
        {action.error && <ProblemNotice error={action.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} data-autofocus>
            {cancel}
          </Button>
          <Button loading={action.isPending} onClick={() => action.mutate(undefined)}>
            {confirm}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
