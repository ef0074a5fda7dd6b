import { Alert, Button, Group, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { answerTo, api } from '../../api/client';
import { ProblemNotice } from '../../components/problem-notice';
import type { SheetFile } from './sheet';

/** Says that the columns mean what somebody said before, and forgets it where that is wished. */
export function RememberedColumns({ file, readAgain }: { file: SheetFile; readAgain: () => void }) {
  const forgetting = useMutation({ mutationFn: () => forget(file), onSuccess: readAgain });
  if (file.reading.meaningsBy !== 'remembered') return null;
  return (
    <Alert color="blue" title="As you said before">
      <Group gap="md">
        <Text size="sm">
          The columns below mean what was said of an earlier file with the same names. Check them, or change them.
        </Text>
        <Button size="xs" variant="default" loading={forgetting.isPending} onClick={() => forgetting.mutate()}>
          Forget it
        </Button>
      </Group>
      {forgetting.error && <ProblemNotice error={forgetting.error} />}
    </Alert>
  );
}

async function forget({ reading }: SheetFile): Promise<void> {
  const names = reading.columns.map(({ header }) => header);
  const { data } = await answerTo(api.GET('/v1/imports/mappings'));
  const same = data.items.filter(({ headers }) => names.every((name, at) => name === (headers[at] ?? '')));
  for (const { id } of same) await answerTo(api.DELETE('/v1/imports/mappings/{id}', { params: { path: { id } } }));
}
