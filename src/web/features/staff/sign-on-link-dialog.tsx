import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, bodyOf } from '../../api/client';
import { queryKeys } from '../../api/query-keys';
import { ConfirmDialog } from '../../components/dialogs/confirm-dialog';
import type { Person } from './person';

/** Asks before a person can no longer sign in with the account at the identity provider that is linked. */
export function SignOnLinkDialog({ person, onClose }: { person: Person; onClose: () => void }) {
  const client = useQueryClient();
  const { id, name, singleSignOn } = person;
  const remove = useMutation({
    mutationFn: () => bodyOf(api.DELETE('/v1/staff/{id}/sso', { params: { path: { id } } })),
    onSuccess: onClose,
    onSettled: () => client.invalidateQueries({ queryKey: queryKeys.staff }),
  });
  return (
    <ConfirmDialog
      title={`Remove the single sign-on link of ${name}?`}
      confirm="Remove the link"
      action={remove}
      onClose={onClose}
    >
      Nobody signs in as {name} with that account from then on, and {name} is signed out everywhere at once.{' '}
      {singleSignOn === 'only-way'
        ? 'They have no other way to sign in: make them a new link afterwards, with “Forgotten password”. '
        : 'They still sign in with their password or a passkey, and can link another account under Account. '}
      That you did it is noted, and {name} is told.
    </ConfirmDialog>
  );
}
