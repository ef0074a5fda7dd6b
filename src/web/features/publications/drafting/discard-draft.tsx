import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import { api, bodyOf } from '../../../api/client';
import { queryKeys } from '../../../api/query-keys';
import { ConfirmDialog } from '../../../components/dialogs/confirm-dialog';
import type { Publication } from '../publication';
import { useDrafts } from '../../../components/drafts';

/** Takes a draft away after asking; nobody outside has seen it. */
export function DiscardDraft({ publication }: { publication: Publication }) {
  const [opened, { open, close }] = useDisclosure(false);
  const discard = useDiscard(publication);
  return (
    <>
      <Button variant="default" onClick={open}>
        Discard the draft
      </Button>
      <ConfirmDialog
        opened={opened}
        title={`Discard ${publication.title}?`}
        confirm="Discard"
        cancel="Keep it"
        action={discard}
        onClose={close}
      >
        The draft is deleted for everybody and can’t be brought back. Nobody outside has seen it, and its address
        becomes free for another draft of the clinic.
      </ConfirmDialog>
    </>
  );
}

function useDiscard({ id, version }: Publication) {
  const client = useQueryClient();
  const drafts = useDrafts();
  const [, go] = useLocation();
  return useMutation({
    mutationFn: () =>
      bodyOf(
        api.DELETE('/v1/publications/{id}', {
          params: { path: { id }, header: { 'If-Match': `"${version}"` } },
        }),
      ),
    onSuccess: () => {
      drafts.drop(`publication ${id}`);
      go('/publications');
      client.removeQueries({ queryKey: queryKeys.publication(id) });
      return client.invalidateQueries({ queryKey: queryKeys.publicationList });
    },
  });
}
