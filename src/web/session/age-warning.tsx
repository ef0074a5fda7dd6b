import { Affix, Button, Group, Paper, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { showInstant } from '../components/dates';
import { useSessionEnded } from './expiry';
import { lock, sessionQuery, useSession } from './session';

const SECOND = 1000;
const WARNING = 5 * 60 * SECOND;
/** The answer was under way for a moment; the page is locked before the service refuses anything. */
const MARGIN = 10 * SECOND;

/** Warns before the session reaches its maximum length, even while the person works; takes no key from what is being typed. */
export function AgeWarning() {
  const { latestEndsAt, latestSeconds } = useSession();
  const { dataUpdatedAt } = useQuery(sessionQuery);
  const ended = useSessionEnded();
  const [nearEnd, setNearEnd] = useState<string | null>(null);
  const [closedFor, setClosedFor] = useState<string | null>(null);
  const end = dataUpdatedAt + latestSeconds * SECOND - MARGIN;

  const shown = nearEnd === latestEndsAt && closedFor !== latestEndsAt;

  useEffect(() => {
    if (ended) return;
    const timer = setInterval(() => {
      setNearEnd(Date.now() > end - WARNING ? latestEndsAt : null);
      if (Date.now() >= end) lock();
    }, SECOND);
    return () => clearInterval(timer);
  }, [end, ended, latestEndsAt]);

  return (
    <Affix withinPortal={false} position={{ bottom: 16, right: 16 }}>
      <div role="status">{shown && <Notice onLater={() => setClosedFor(latestEndsAt)} />}</div>
    </Affix>
  );
}

function Notice({ onLater }: { onLater: () => void }) {
  const { clinic, latestEndsAt } = useSession();
  return (
    <Paper withBorder shadow="md" p="md" maw={420}>
      <Text size="sm" fw={600}>
        You will be signed out at {showInstant(latestEndsAt, clinic.timeZone)}
      </Text>
      <Text size="sm" my="xs">
        A session has a maximum length, even while you work. What you typed is kept. Sign in again when it suits you,
        and go on where you were.
      </Text>
      <Group justify="flex-end" gap="xs">
        <Button size="xs" variant="default" onClick={onLater}>
          Later
        </Button>
        <Button size="xs" onClick={lock}>
          Sign in again now
        </Button>
      </Group>
    </Paper>
  );
}
