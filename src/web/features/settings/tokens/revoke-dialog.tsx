import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, bodyOf, type Schemas } from '../../../api/client';
import { queryKeys } from '../../../api/query-keys';
import { ConfirmDialog } from '../../../components/dialogs/confirm-dialog';

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
    <ConfirmDialog title={`Revoke ${hint}…?`} confirm="Revoke" action={revoke} onClose={onClose}>
      {account} is refused with this token from its next request on. That can’t be taken back; a new token can be made.
    </ConfirmDialog>
  );
}
