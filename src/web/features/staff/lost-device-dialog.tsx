import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, bodyOf } from '../../api/client';
import { queryKeys } from '../../api/query-keys';
import { ConfirmDialog } from '../../components/dialogs/confirm-dialog';
import type { Person } from './person';

/** Asks before a person signs in with the password alone again. */
export function LostDeviceDialog({ person, onClose }: { person: Person; onClose: () => void }) {
  const client = useQueryClient();
  const reset = useMutation({
    mutationFn: () => bodyOf(api.DELETE('/v1/staff/{id}/second-factor', { params: { path: { id: person.id } } })),
    onSuccess: onClose,
    onSettled: () => client.invalidateQueries({ queryKey: queryKeys.staff }),
  });
  return (
    <ConfirmDialog
      title={`Remove the second factor of ${person.name}?`}
      confirm="Remove the second factor"
      action={reset}
      onClose={onClose}
    >
      Only if {person.name} has lost the device, and the recovery codes, and you have heard so from them in person.
      Their authenticator app and all passkeys are removed. They are signed out, and their password alone is enough
      until they set up another one. That you did it is noted, and {person.name} is told.
    </ConfirmDialog>
  );
}
