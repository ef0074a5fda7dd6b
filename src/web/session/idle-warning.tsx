import { Button, Group, Modal, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api } from '../api/client';
import { endSession, lastAnswer } from './expiry';
import { sessionQuery, useSession } from './session';
import { lastActivity } from './activity';

const SECOND = 1000;
const WARNING = 60 * SECOND;
/** The service notes a session's use at most once a minute, so its own end may come that much earlier. */
const MARGIN = 60 * SECOND;

/** Warns a minute before the session ends for idleness, and ends it here with the service. */
export function IdleWarning() {
  const { idleSeconds } = useSession();
  const client = useQueryClient();
  const [left, setLeft] = useState<number | null>(null);

  useEffect(() => {
    const idle = idleSeconds * SECOND;
    const allowed = idle - Math.min(MARGIN, idle / 10);
    let asking = false;
    const stay = async () => {
      if (asking) return;
      asking = true;
      await client.fetchQuery({ ...sessionQuery, staleTime: 0 }).catch(() => null);
      asking = false;
    };
    const timer = setInterval(() => {
      const remaining = lastAnswer() + allowed - Date.now();
      const warned = remaining <= Math.min(WARNING, allowed / 2);
      // Who types or points is not idle, also where the page had nothing to ask.
      if (!warned && lastActivity() > lastAnswer() + allowed / 4) void stay();
      setLeft(warned ? Math.max(0, Math.ceil(remaining / SECOND)) : null);
      if (remaining > 0) return;
      void api.DELETE('/v1/session').catch(() => null);
      endSession();
    }, SECOND);
    return () => clearInterval(timer);
  }, [client, idleSeconds]);

  const stay = () => void client.fetchQuery({ ...sessionQuery, staleTime: 0 });
  return (
    <Modal opened={left !== null} onClose={stay} title="Are you still there?" centered>
      <Text aria-live="off">
        In {left} {left === 1 ? 'second' : 'seconds'} you will be signed out, so that nobody else
        sees patients on this screen. What you typed is kept.
      </Text>
      <Group justify="flex-end" mt="md">
        <Button onClick={stay} data-autofocus>
          Stay signed in
        </Button>
      </Group>
    </Modal>
  );
}
