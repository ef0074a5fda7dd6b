import { Button, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, bodyOf } from '../../../api/client';
import { ownSecondFactorQuery } from '../../../api/own-factors-queries';
import { queryKeys } from '../../../api/query-keys';
import { ProblemNotice } from '../../../components/problem-notice';

/** The recovery codes of who has passkeys and no authenticator app; with an app they are beside it. */
export function CodesWithoutApp({ onCodes }: { onCodes: (codes: readonly string[]) => void }) {
  const client = useQueryClient();
  const factor = useQuery(ownSecondFactorQuery);
  const make = useMutation({
    mutationFn: () => bodyOf(api.POST('/v1/account/recovery-codes')),
    onSuccess: ({ recoveryCodes }) => {
      onCodes(recoveryCodes);
      return client.invalidateQueries({ queryKey: queryKeys.ownSecondFactor });
    },
  });
  if (!factor.data || factor.data.since !== null) return null;
  const { recoveryCodesLeft: left } = factor.data;
  return (
    <Stack gap="xs" align="flex-start">
      <Text size="sm">
        {left === 1 ? '1 recovery code is' : `${left === 0 ? 'No' : left} recovery codes are`} left for the day on which
        you have none of these devices.
        {left > 0 && ' New ones take the place of those that you have.'}
      </Text>
      <Button variant="default" loading={make.isPending} onClick={() => make.mutate()}>
        Make recovery codes
      </Button>
      {make.error && <ProblemNotice error={make.error} />}
    </Stack>
  );
}
