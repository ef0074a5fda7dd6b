import { Alert } from '@mantine/core';
import { useNetwork } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import { useCutOffSince } from '../api/connection';
import { hasPasswordLock } from '../device/password-lock';

const OPENS =
  'Your password opens this device also without it, for as long as your session would have lasted. What you type is saved when the connection is back.';
const NEEDS_NETWORK =
  'This device can’t check who you are before the connection is back: that needs a sign-in with a password here, not long ago. Nothing that you typed is lost.';
const NEEDS_HTTPS =
  'This device can’t check who you are before the connection is back: that needs an address with https. Nothing that you typed is lost.';

/** Says, on a page where somebody has to sign in, that nothing answers and what goes on without it. */
export function NoConnection() {
  const { online } = useNetwork();
  const isLost = useCutOffSince() !== null || !online;
  const opens = useOpensByPassword();
  return (
    <div role="status">
      {isLost && opens !== null && (
        <Alert color="orange" title="No connection" mb="md">
          {opens ? OPENS : window.isSecureContext ? NEEDS_NETWORK : NEEDS_HTTPS}
        </Alert>
      )}
    </div>
  );
}

/** Does a password open something on this device? Null until that is known. */
export function useOpensByPassword(): boolean | null {
  const [opens, setOpens] = useState<boolean | null>(null);
  useEffect(() => {
    void hasPasswordLock()
      .catch(() => false)
      .then(setOpens);
  }, []);
  return opens;
}
