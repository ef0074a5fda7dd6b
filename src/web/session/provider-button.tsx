import { Button, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { ProblemNotice } from '../components/problem-notice';
import { identityProviderQuery, leaveToSignIn } from './identity-provider';

interface Props {
  /** The way on where there is no other. */
  primary?: boolean;
  /** Of who was invited: the secret of the link. */
  invitation?: string;
  /** Whether a password was refused just now. */
  refused?: boolean;
}

/** Leads to the identity provider of this service; nothing where there is none. */
export default function ProviderButton({ primary = false, invitation, refused = false }: Props) {
  const { data: name } = useQuery(identityProviderQuery);
  const leave = useMutation({ mutationFn: () => leaveToSignIn(invitation) });
  if (!name) return null;
  return (
    <>
      {refused && (
        <Text size="sm">Your clinic may want {name}: then the button below lets you in, and no password does.</Text>
      )}
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
