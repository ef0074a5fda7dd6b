import { Button, Group, Kbd, Stack } from '@mantine/core';
import { useDisclosure, useHotkeys } from '@mantine/hooks';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useMemo, useState } from 'react';
import { Link } from 'wouter';
import { dateInWords, weekdayInWords } from '../../../domain/calendar/date-words';
import { coursesUnderWayQuery } from '../../api/courses-under-way';
import { notBefore, together } from '../../api/together';
import { clinicQuery } from '../../api/clinic-query';
import { dateFormat } from '../../components/dates';
import { Loaded } from '../../components/loaded';
import { Page } from '../../components/page';
import { AddedNotice } from '../patients/added-notice';
import type { Added } from '../patients/new-patient';
import { useSession } from '../../session/session';
import { Day } from './day';
import { LazyNewPatientDialog } from './lazy-dialogs';
import { PaperHead } from './paper-head';
import { afterSeriesQuery, gapsQuery, openNoticesQuery, silentQuery } from './today-queries';
import { useWhoTreats, WhoTreats } from './who-treats';
import classes from './today.module.css';

/** What a clinician begins the day with: what is due, what was left open, and whose answers to look at. */
export default function TodayPage() {
  const session = useSession();
  const { data: clinic = session.clinic } = useQuery(clinicQuery);
  const day = useDay();
  const who = useWhoTreats();
  const [adding, { open, close }] = useDisclosure(false);
  const [added, setAdded] = useState<Added | null>(null);
  useHotkeys([['n', () => isDialogOpen() || open()]]);
  return (
    <Page
      title="Today"
      lead={`${weekdayInWords(clinic.today)}, ${dateInWords(clinic.today)}${zoneWords(clinic.timeZone)}`}
      actions={
        <Group gap="xs" className={classes.screen}>
          <WhoTreats />
          <Button variant="default" onClick={() => window.print()}>
            Print the day
          </Button>
          <Button
            component={Link}
            href={who === null ? '/answer-sheets' : `/answer-sheets?clinician=${who}`}
            variant="default"
          >
            Answer sheets
          </Button>
          <Button onClick={open} rightSection={<Kbd size="xs">n</Kbd>}>
            Add a patient
          </Button>
        </Group>
      }
    >
      <PaperHead />
      <AddedNotice added={added} />
      <Stack gap="xl" maw={1800}>
        <Loaded query={day} height={320}>
          {([underWay, over]) => <Day courses={underWay} ended={over} today={clinic.today} onAdd={open} />}
        </Loaded>
      </Stack>
      <LazyNewPatientDialog opened={adding} onClose={close} onAdded={setAdded} />
    </Page>
  );
}

/**
 * The courses of the day, once they are there with what is above and below them. Their lists are drawn behind what a person does
 * meanwhile: a page of hundreds of rows keeps no key and no click waiting.
 */
function useDay() {
  const around = [useQuery(openNoticesQuery), useInfiniteQuery(silentQuery), useInfiniteQuery(gapsQuery)];
  const read = notBefore(together(useQuery(coursesUnderWayQuery), useQuery(afterSeriesQuery)), around);
  const [underWay, ended] = read.data ?? [];
  const data = useMemo(() => underWay && ended && tuple(underWay, ended), [underWay, ended]);
  return { ...read, data: useDeferredValue(data, undefined) };
}

/** The zone of the clinic's day, where it is not that of the device. */
function zoneWords(zone: string): string {
  return zone === dateFormat('en-GB', {}).resolvedOptions().timeZone ? '' : ` in ${zone.replaceAll('_', ' ')}`;
}

const tuple = <A, B>(one: A, other: B): [A, B] => [one, other];

/** A key that opens a dialog does so only where none is open. */
function isDialogOpen(): boolean {
  return document.querySelector('[role=dialog]') !== null;
}
