import { Button, Stack, Text, Textarea } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, bodyOf } from '../../../api/client';
import { faultOf } from '../../../api/problem';
import { queryKeys } from '../../../api/query-keys';
import { fieldOf } from '../../../components/form';
import { ProblemNotice } from '../../../components/problem-notice';
import { DialogForm, FormDialog } from '../../../components/dialogs/form-dialog';
import { useSession } from '../../../session/session';
import type { Publication } from '../publication';

const LONGEST = 500;

/** Takes what was published back, for a director and with a public reason. */
export function WithdrawPublication({ publication }: { publication: Publication }) {
  const { staff } = useSession();
  const [opened, { open, close }] = useDisclosure(false);
  if (staff.role !== 'director' || publication.state === 'withdrawn') return null;
  return (
    <>
      <Button variant="default" onClick={open}>
        Withdraw
      </Button>
      <FormDialog title={`Withdraw ${publication.title}?`} opened={opened} onClose={close}>
        <WithdrawalForm publication={publication} onClose={close} />
      </FormDialog>
    </>
  );
}

function WithdrawalForm({ publication, onClose }: { publication: Publication; onClose: () => void }) {
  const withdraw = useWithdrawal(publication, onClose);
  return (
    <DialogForm
      submit="Withdraw it"
      pending={withdraw.isPending}
      onSubmit={(form) => withdraw.mutate(fieldOf(form, 'reason').trim())}
      onCancel={onClose}
    >
      <Text>
        {reachOf(publication)} answers “withdrawn” (410) with your reason. Copies that others made can’t be called back.
        This can’t be undone; to correct it, draft a new one.
      </Text>
      <Stack gap={4}>
        <Textarea
          label="Reason"
          name="reason"
          description={`Anybody can read it. At most ${LONGEST} characters, and nothing about a patient.`}
          required
          autosize
          minRows={3}
          maxLength={LONGEST}
          data-autofocus
          error={faultOf(withdraw.error, '/reason')}
        />
      </Stack>
      {withdraw.error && <ProblemNotice error={withdraw.error} shown={['/reason']} />}
    </DialogForm>
  );
}

function reachOf({ state }: Publication): string {
  if (state === 'superseded')
    return 'The newer one stays as it is. From now on the address of this very one, its data and its pictures,';
  return 'From now on every address of it, its page, its data, its pictures and every website that embeds it,';
}

function useWithdrawal({ id }: Publication, onWithdrawn: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (reason: string) =>
      bodyOf(
        api.POST('/v1/publications/{id}/withdrawal', {
          params: { path: { id } },
          body: { reason },
        }),
      ),
    onSuccess: onWithdrawn,
    onSettled: () => client.invalidateQueries({ queryKey: queryKeys.publications }),
  });
}
