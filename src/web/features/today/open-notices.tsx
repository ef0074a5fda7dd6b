import { capital } from '../../../domain/numbers/words';
import { Alert, Anchor, Button, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { SAFETY_NOTICE_LIMITS } from '../../../domain/cudos/safety';
import type { Schemas } from '../../api/client';
import { CrisisResources } from '../../entries/crisis-resources';
import { clinicQuery } from '../../api/clinic-query';
import { showInstant } from '../../components/dates';
import { noticeWords } from '../../components/course-words';
import { useSession } from '../../session/session';
import { LazyAcknowledgement } from './lazy-dialogs';
import classes from './today.module.css';

type Notice = Schemas['SafetyNoticeResponse'];

/** Safety notices that nobody has acknowledged, with what they are not, and whom to call. */
export function OpenNotices({ open }: { open: readonly Notice[] }) {
  const clinic = useQuery(clinicQuery);
  const [looked, setLooked] = useState<Notice | null>(null);
  const resources = clinic.data?.crisisResources ?? [];
  const shown = withLooked(open, looked);
  if (shown.length === 0)
    return (
      <Text size="sm" c="dimmed">
        No notice is open. {SAFETY_NOTICE_LIMITS}
      </Text>
    );
  return (
    <Alert color="orange" variant="light" role="region" aria-label="Open safety notices" className={classes.notices}>
      <Stack gap="sm">
        <Text size="sm">{SAFETY_NOTICE_LIMITS}</Text>
        <CrisisResources resources={resources} />
        {shown.map((notice) => (
          <NoticeLine
            key={notice.id}
            notice={notice}
            resources={resources}
            opened={looked?.id === notice.id}
            onToggle={() => setLooked(looked?.id === notice.id ? null : notice)}
          />
        ))}
      </Stack>
    </Alert>
  );
}

interface LineProps {
  notice: Notice;
  resources: readonly Schemas['CrisisResourceField'][];
  opened: boolean;
  onToggle: () => void;
}

function NoticeLine({ notice, resources, opened, onToggle }: LineProps) {
  const { timeZone } = useSession().clinic;
  const { chartNumber, patientId, openedAt, items } = notice;
  return (
    <div>
      <Group justify="space-between" gap="xs">
        <div>
          <Title order={3} size="sm">
            <Anchor component={Link} href={`/patients/${patientId}`} inherit underline="always">
              {chartNumber}
            </Anchor>
            , {noticeWords(notice)}
          </Title>
          <Text size="sm">
            {capital(items.map(itemWords).join('; '))}&nbsp;· since {showInstant(openedAt, timeZone)}
          </Text>
        </div>
        <Button
          variant="default"
          size="xs"
          className={classes.screen}
          aria-expanded={opened}
          aria-label={`${opened ? 'Close' : 'Look at'} the notice of ${chartNumber}`}
          onClick={onToggle}
        >
          {opened ? 'Close' : 'Look and acknowledge'}
        </Button>
      </Group>
      {opened && <LazyAcknowledgement notice={notice} resources={resources} />}
    </div>
  );
}

/** The notice one looks at stays on the screen when it is acknowledged, with the name and the time. */
function withLooked(open: readonly Notice[], looked: Notice | null): readonly Notice[] {
  if (!looked || open.some(({ id }) => id === looked.id)) return open;
  return [...open, looked].toSorted((a, b) => (a.openedAt < b.openedAt ? -1 : 1));
}

function itemWords({ number, label, answer }: Notice['items'][number]): string {
  return `item ${number}, ${label.toLowerCase()}: ${answer === null ? 'not answered' : `answered ${answer}`}`;
}
