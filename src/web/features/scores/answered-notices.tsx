import { Button, Group, Stack, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { Acknowledgement } from '../../entries/acknowledgement';
import { clinicQuery } from '../../api/clinic-query';
import { noticeWords } from '../../components/course-words';
import classes from './scores.module.css';
import type { ScoreStore } from './store/score-store';

/**
 * Safety notices that what was just written has opened, at once and over the table. A total has no answers, but a form's
 * answers are written again where its date is changed, its replacement undone, or a conflict decided.
 */
export function AnsweredNotices({ store }: { store: ScoreStore }) {
  const notices = useSyncExternalStore(store.subscribe, store.notices);
  const { data: clinic } = useQuery(clinicQuery);
  if (notices.length === 0) return null;
  return (
    <Stack gap="xs" className={classes.notices}>
      {notices.map((notice) => (
        <section key={notice.id} aria-label={`Answered just now: ${notice.chartNumber}`}>
          <Group justify="space-between" gap="xs" mb={4}>
            <Title order={2} size="sm">
              {notice.chartNumber}, {noticeWords(notice)}
            </Title>
            <Button
              variant="default"
              size="compact-sm"
              aria-label={`Put the notice of ${notice.chartNumber} aside`}
              onClick={() => store.dismissNotice(notice.id)}
            >
              Put aside
            </Button>
          </Group>
          <Acknowledgement notice={notice} resources={clinic?.crisisResources ?? []} />
        </section>
      ))}
    </Stack>
  );
}
