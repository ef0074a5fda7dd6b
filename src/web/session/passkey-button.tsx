import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { ProblemNotice } from '../components/problem-notice';
import { canUsePasskeys } from './passkey';

interface Props<T> {
  label: string;
  /** The way on where there is no other. */
  primary?: boolean;
  use: () => Promise<T>;
  onUsed: (result: T) => void;
}

/** Asks the browser for a passkey; nothing where the browser has no such thing. */
export function PasskeyButton<T>({ label, primary = false, use, onUsed }: Props<T>) {
  const send = useMutation({ mutationFn: use, onSuccess: onUsed });
  if (!canUsePasskeys()) return null;
  return (
    <>
      {send.error && <ProblemNotice error={send.error} />}
      <Button variant={primary ? 'filled' : 'default'} loading={send.isPending} onClick={() => send.mutate()}>
        {label}
      </Button>
    </>
  );
}
