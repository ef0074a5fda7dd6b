import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { cutOffSince } from '../api/connection';
import { ProblemNotice } from '../components/problem-notice';
import { lastAnswer, noteUse, useSessionEnded } from './expiry';
import { lock, sessionQuery, useSession } from './session';
import { counted } from '../../domain/numbers/words';

const SECOND = 1000;
const WARNING = 60 * SECOND;
/** The service notes a session's use at most once a minute, so its own end may come that much earlier. */
const MARGIN = 60 * SECOND;

/** When somebody last typed or pointed in this tab. */
let lastActivity = Date.now();

for (const kind of ['keydown', 'pointerdown', 'wheel'] as const) {
  window.addEventListener(kind, () => (lastActivity = Date.now()), { capture: true, passive: true });
}

/** Warns a minute before the session ends for idleness, and ends it here with the service. */
export function IdleWarning() {
  const { idleSeconds } = useSession();
  const ended = useSessionEnded();
  const client = useQueryClient();
  const [left, setLeft] = useState<number | null>(null);
  const stay = useMutation({
    mutationFn: () => client.fetchQuery({ ...sessionQuery, staleTime: 0 }),
  });
  const { mutate: ask } = stay;

  useEffect(() => {
    // Behind the lock there is nothing left to end.
    if (ended) return;
    const idle = idleSeconds * SECOND;
    const allowed = idle - Math.min(MARGIN, idle / 10);
    const asking = () => client.isFetching({ queryKey: sessionQuery.queryKey }) > 0;
    const timer = setInterval(() => {
      if (cutOffSince() !== null && lastActivity > lastAnswer()) noteUse();
      const remaining = lastAnswer() + allowed - Date.now();
      const warned = remaining <= Math.min(WARNING, allowed / 2);
      // A person who types or points is not idle, even if the page had nothing to ask.
      if (!warned && lastActivity > lastAnswer() + allowed / 4 && !asking()) ask();
      setLeft(warned && remaining > 0 ? Math.ceil(remaining / SECOND) : null);
      if (remaining > 0) return;
      lock();
    }, SECOND);
    return () => clearInterval(timer);
  }, [ask, client, ended, idleSeconds]);

  return (
    <Modal opened={left !== null} onClose={ask} title="Are you still there?" centered>
      <Stack gap="sm">
        <Text aria-live="off">
          In {counted(left ?? 0, 'second')} you will be signed out, so that nobody else sees patients on this screen.
          What you typed is kept.
        </Text>
        {stay.error && <ProblemNotice error={stay.error} />}
        <Group justify="flex-end">
          <Button onClick={() => ask()} loading={stay.isPending} data-autofocus>
            Stay signed in
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
