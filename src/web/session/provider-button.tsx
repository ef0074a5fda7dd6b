import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { ProblemNotice } from '../components/problem-notice';
import { identityProviderQuery, leaveToSignIn } from './identity-provider';

interface Props {
  /** The way on where there is no other. */
  primary?: boolean;
  /** Of who was invited: the secret of the link. */
  invitation?: string;
}

/** Leads to the identity provider of this service; nothing where there is none. */
export function ProviderButton({ primary = false, invitation }: Props) {
  const { data: name } = useQuery(identityProviderQuery);
  const leave = useMutation({ mutationFn: () => leaveToSignIn(invitation) });
  if (!name) return null;
  return (
    <>
      {leave.error && <ProblemNotice error={leave.error} />}
      <Button
        variant={primary ? 'filled' : 'default'}
        loading={leave.isPending || leave.isSuccess}
        onClick={() => leave.mutate()}
      >
        Sign in with {name}
      </Button>
    </>
  );
}
