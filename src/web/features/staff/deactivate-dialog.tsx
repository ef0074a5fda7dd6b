import { useMutation, useQueryClient } from '@tanstack/react-query';
import { queryKeys } from '../../api/query-keys';
import { ConfirmDialog } from '../../components/dialogs/confirm-dialog';
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
    <ConfirmDialog title={`Deactivate ${person.name}?`} confirm="Deactivate" action={deactivate} onClose={onClose}>
      {person.name} is signed out at once and can’t sign in any more. What they recorded stays, with their name. You can
      activate them again.
    </ConfirmDialog>
  );
}
