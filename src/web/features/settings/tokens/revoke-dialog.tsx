import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, bodyOf, type Schemas } from '../../../api/client';
import { queryKeys } from '../../../api/query-keys';
import { ProblemNotice } from '../../../components/problem-notice';

interface Props {
  /** Name of the program. */
  account: string;
  token: Schemas['ApiTokenResponse'];
  onClose: () => void;
}

/** Asks before a program is refused for good. */
export function RevokeDialog({ account, token: { id, hint }, onClose }: Props) {
  const client = useQueryClient();
  const revoke = useMutation({
    mutationFn: () => bodyOf(api.DELETE('/v1/api-tokens/{id}', { params: { path: { id } } })),
    onSuccess: onClose,
    onSettled: () => client.invalidateQueries({ queryKey: queryKeys.systemAccounts }),
  });
  return (
    <Modal opened onClose={onClose} title={`Revoke ${hint}…?`}>
      <Stack>
        <Text>
          {account} is refused with this token from its next request on. That can’t be taken back; a new token can be
          made.
        </Text>
        {revoke.error && <ProblemNotice error={revoke.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} data-autofocus>
            Cancel
          </Button>
          <Button loading={revoke.isPending} onClick={() => revoke.mutate()}>
            Revoke
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
