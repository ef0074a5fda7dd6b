import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { queryKeys } from '../../api/query-keys';
import { ProblemNotice } from '../../components/problem-notice';
import { changePerson, type Person } from './person';

/** Asks before a person can no longer sign in. */
export function DeactivateDialog({ person, onClose }: { person: Person; onClose: () => void }) {
  const client = useQueryClient();
  const deactivate = useMutation({
    mutationFn: () => changePerson(person.id, `"${person.version}"`, { status: 'deactivated' }),
    onSuccess: onClose,
    onSettled: () => client.invalidateQueries({ queryKey: queryKeys.staff }),
  });
  return (
    <Modal opened onClose={onClose} title={`Deactivate ${person.name}?`}>
      <Stack>
        <Text>
          {person.name} is signed out at once and can’t sign in any more. What they recorded stays, with their name. You
          can activate them again.
        </Text>
        {deactivate.error && <ProblemNotice error={deactivate.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} data-autofocus>
            Cancel
          </Button>
          <Button loading={deactivate.isPending} onClick={() => deactivate.mutate()}>
            Deactivate
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
