import { Alert, Button, Group, List, Modal, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, bodyOf } from '../../../api/client';
import { ApiProblem } from '../../../api/problem';
import { queryKeys } from '../../../api/query-keys';
import { ProblemNotice } from '../../../components/problem-notice';
import { Preview } from '../document/preview';
import type { Publication } from '../publication';

interface Props {
  publication: Publication;
  /** Is its preview being read again? */
  reading: boolean;
  onClose: () => void;
}

/** Says what an approval means, shows exactly what it approves, and approves that and nothing else. */
export function ApprovalDialog({ publication, reading, onClose }: Props) {
  const approve = useApproval(publication, onClose);
  const refused = publication.preview?.refusal !== null;
  return (
    <Modal opened onClose={onClose} size="60rem" title={`Approve ${publication.title}`}>
      <Stack>
        <MeaningOfApproval slug={publication.slug} />
        <Preview publication={publication} behind={reading} label="Figures to approve" />
        {approve.error && <ApprovalProblem error={approve.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Not now
          </Button>
          <Button loading={approve.isPending} disabled={refused || reading} onClick={() => approve.mutate(publication)}>
            Approve and publish
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

function MeaningOfApproval({ slug }: { slug: string }) {
  return (
    <div>
      <Text>What happens when you approve:</Text>
      <List size="sm" mt={4}>
        <List.Item>
          Anybody can read what is below, at {window.location.origin}/published/{slug}.
        </List.Item>
        <List.Item>
          It is signed with the clinic’s key and never changes, whatever is recorded later. It can be withdrawn, with a
          public reason, and a newer one can take its place.
        </List.Item>
        <List.Item>
          It says that a director approved it and when, without your name. If you drafted or changed it yourself, it
          says “approved by its author”.
        </List.Item>
      </List>
    </div>
  );
}

function ApprovalProblem({ error }: { error: Error }) {
  if (!(error instanceof ApiProblem) || error.type !== 'figures-changed') return <ProblemNotice error={error} />;
  return (
    <Alert color="orange" role="alert" title="The figures have changed, look again">
      <Text size="sm">
        Since this preview was made, scores or the draft were changed. Nothing was published. The preview above now
        shows the figures of this moment; look through it and approve it again.
      </Text>
    </Alert>
  );
}

function useApproval({ id }: Publication, onApproved: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ preview }: Publication) =>
      bodyOf(
        api.POST('/v1/publications/{id}/approval', {
          params: { path: { id } },
          body: { contentHash: preview?.contentHash ?? '' },
        }),
      ),
    onSuccess: onApproved,
    onSettled: () => client.invalidateQueries({ queryKey: queryKeys.publications }),
  });
}
