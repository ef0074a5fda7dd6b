import { Button, Group, Loader, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api, bodyOf } from '../../api/client';
import { ProblemNotice } from '../../components/problem-notice';
import { StartFrame } from '../../components/start-frame';
import { CodeForm } from '../../session/code-form';
import { beginSession } from '../../session/expiry';
import { takeLeave } from '../../session/identity-provider';
import ProviderButton from '../../session/provider-button';
import { factorsNeeded, type SecondStepKind } from '../../session/use-sign-in';

/** What the provider sent back, and why the person had left; taken out of the address and the tab as soon as the page is loaded. */
const brought = { search: window.location.search.slice(1), ...takeLeave() };
window.history.replaceState(null, '', window.location.pathname);

let isSent = false;

/** Where the identity provider sends a person back to. */
export default function SingleSignOnPage() {
  const { search, purpose } = brought;
  const send = useMutation({ mutationFn: () => sendAnswer(search), onSuccess: goOn });
  const [hasAnswer] = useState(() => search !== '' && !isSent);
  const { mutate } = send;
  useEffect(() => {
    // Good once.
    if (!hasAnswer || isSent) return;
    isSent = true;
    mutate();
  }, [mutate, hasAnswer]);
  const factors = factorsNeeded(send.error);
  if (factors) return <SecondStep factors={factors} />;
  if (send.error && purpose === 'link') return <NotLinked error={send.error} />;
  if (send.error || !hasAnswer) return <Refused error={send.error} />;
  return (
    <StartFrame title={purpose === 'link' ? 'Linking your account' : 'Signing you in'}>
      <Group>
        <Loader size="sm" aria-label="Loading" />
        <Text>One moment.</Text>
      </Group>
    </StartFrame>
  );
}

async function sendAnswer(search: string): Promise<void> {
  const body = { search };
  if (brought.purpose === 'link') await bodyOf(api.POST('/v1/account/sso', { body }));
  else await bodyOf(api.POST('/v1/session/sso', { body }));
}

function SecondStep({ factors }: { factors: readonly SecondStepKind[] }) {
  const send = useMutation({
    mutationFn: (code: string) => bodyOf(api.POST('/v1/session/sso/code', { body: { code } })),
    onSuccess: goOn,
  });
  return (
    <StartFrame title="Sign in">
      <CodeForm
        factors={factors}
        pending={send.isPending}
        error={send.error}
        onCode={(code) => send.mutate(code)}
        onSignedIn={goOn}
        back="Back to the sign-in page"
        onBack={() => open('/')}
      />
    </StartFrame>
  );
}

function Refused({ error }: { error: Error | null }) {
  return (
    <StartFrame title="You are not signed in">
      <Stack>
        {error ? (
          <ProblemNotice error={error} />
        ) : (
          <Text>This page goes on where you come back from signing in elsewhere. Nothing came with you.</Text>
        )}
        <ProviderButton primary />
        <Button variant="default" onClick={() => open('/')}>
          Back to the sign-in page
        </Button>
      </Stack>
    </StartFrame>
  );
}

function NotLinked({ error }: { error: Error }) {
  return (
    <StartFrame title="The account is not linked">
      <Stack>
        <ProblemNotice error={error} />
        <Button onClick={() => open('/account')}>Back to Account</Button>
      </Stack>
    </StartFrame>
  );
}

function goOn(): void {
  beginSession();
  open(brought.page);
}

function open(page: string): void {
  window.location.replace(page);
}
