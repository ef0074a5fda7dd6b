import { Button, Group, Kbd, Stack, Text } from '@mantine/core';
import { useDisclosure, useHotkeys } from '@mantine/hooks';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import type { Schemas } from '../../api/client';
import { coursesUnderWayQuery } from '../../api/courses-under-way';
import { notBefore, together } from '../../api/together';
import { clinicQuery } from '../../api/clinic-query';
import { showDate } from '../../components/dates';
import { Loaded } from '../../components/loaded';
import { Page } from '../../components/page';
import { AddedNotice } from '../patients/added-notice';
import { useDrafts } from '../../components/drafts';
import type { Added } from '../patients/new-patient';
import type { VisitMove } from '../patients/visits/movable-visit';
import { actionName, visitsDraft, type VisitAction } from '../patients/visits/visit-action';
import { useSession } from '../../session/session';
import { ComingWeek } from './coming-week';
import { EndedGaps } from './ended-gaps';
import { FirstSteps } from './first-steps';
import { LazyEntryDialog, LazyMoveVisitDialog, LazyNewPatientDialog } from './lazy-dialogs';
import { LineTable } from './line-table';
import { linesOf, nextWords, type Line } from './lines';
import { MayNeedLook } from './may-need-look';
import { OpenNotices } from './open-notices';
import { Section } from './section';
import { SilentCourses } from './silent-courses';
import { afterSeriesQuery, anyPatientQuery, gapsQuery, openNoticesQuery, silentQuery } from './today-queries';
import { isTreatedBy, useWhoTreats, WhoTreats } from './who-treats';
import classes from './today.module.css';

/** What a clinician begins the day with: what is due, what was left open, and whose answers to look at. */
export default function TodayPage() {
  const session = useSession();
  const { data: clinic = session.clinic } = useQuery(clinicQuery);
  const courses = useQuery(coursesUnderWayQuery);
  const ended = useQuery(afterSeriesQuery);
  const around = [useQuery(openNoticesQuery), useInfiniteQuery(silentQuery), useInfiniteQuery(gapsQuery)];
  const who = useWhoTreats();
  const [adding, { open, close }] = useDisclosure(false);
  const [added, setAdded] = useState<Added | null>(null);
  useHotkeys([['n', () => isDialogOpen() || open()]]);
  return (
    <Page
      title="Today"
      lead={`${showDate(clinic.today)}, ${clinic.timeZone}`}
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
      <AddedNotice added={added} />
      <Stack gap="xl" maw={1800}>
        <Loaded query={notBefore(together(courses, ended), around)} height={320}>
          {([underWay, over]) => <Day courses={underWay} ended={over} today={clinic.today} onAdd={open} />}
        </Loaded>
      </Stack>
      <LazyNewPatientDialog opened={adding} onClose={close} onAdded={setAdded} />
    </Page>
  );
}

type Course = Schemas['CourseDetailResponse'];

interface DayProps {
  courses: readonly Course[];
  /** Those that are over and of which a score after the series is due. */
  ended: readonly Course[];
  today: string;
  onAdd: () => void;
}

function Day({ courses, ended, today, onAdd }: DayProps) {
  const notices = useQuery(openNoticesQuery);
  const anyPatient = useQuery({ ...anyPatientQuery, enabled: courses.length + ended.length === 0 });
  const [saved, setSaved] = useState('');
  const [move, setMove] = useState<VisitMove | null>(null);
  const who = useWhoTreats();
  const isOurs = (course: Course) => isTreatedBy(who, course);
  const treated = courses.filter(isOurs);
  const { due, unresolved, coming, next } = linesOf(treated, today, ended.filter(isOurs));
  const drafts = useDrafts();
  const [missed, setMissed] = useState<Line | null>(
    () => [...due, ...unresolved].find((line) => drafts.read(draftOf(line)) !== null) ?? null,
  );
  const close = () => {
    if (missed) drafts.drop(draftOf(missed));
    setMissed(null);
  };
  if (anyPatient.data === false) return <FirstSteps onAdd={onAdd} />;
  return (
    <>
      <Section title="Safety notices" count={notices.data?.length}>
        <Loaded query={notices} height={60}>
          {(open) => <OpenNotices open={open} />}
        </Loaded>
      </Section>
      <div className={classes.lists}>
        <Section title="Due today" count={due.length}>
          {due.length > 0 ? (
            <LineTable
              name="Due today"
              lines={due}
              today={today}
              onMissed={setMissed}
              onMove={setMove}
              onSaved={setSaved}
            />
          ) : (
            <Text c="dimmed">Nothing is due today. {nextWords(next)}</Text>
          )}
        </Section>
        <Section title="Unresolved" count={unresolved.length}>
          {unresolved.length > 0 ? (
            <>
              <Text size="sm" c="dimmed" mb={4}>
                Their day has passed, and nobody said what happened.
              </Text>
              <LineTable
                name="Unresolved"
                lines={unresolved}
                today={today}
                onMissed={setMissed}
                onMove={setMove}
                onSaved={setSaved}
              />
            </>
          ) : (
            <Text c="dimmed">Nothing was left open.</Text>
          )}
        </Section>
      </div>
      {due.length + unresolved.length > 0 && <KeyHelp />}
      <MayNeedLook courses={treated} />
      <SilentCourses today={today} />
      <EndedGaps today={today} onMissed={setMissed} onSaved={setSaved} />
      <ComingWeek lines={coming} />
      <Text size="sm" role="status" mt={-16}>
        {saved}
      </Text>
      <LazyMoveVisitDialog move={move} onClose={() => setMove(null)} onMoved={setSaved} />
      <LazyEntryDialog
        courseId={missed?.courseId ?? ''}
        chartNumber={missed?.chartNumber ?? ''}
        action={missed && missedAt(missed)}
        onClose={close}
        onSaved={setSaved}
      />
    </>
  );
}

function KeyHelp() {
  return (
    <Text size="sm" c="dimmed" className={`${classes.screen} key-hints`}>
      On a line: digits and <Kbd size="xs">Enter</Kbd> in its field save the score and go to the next,{' '}
      <Kbd size="xs">s</Kbd> table of scores, <Kbd size="xs">f</Kbd> form, <Kbd size="xs">m</Kbd> missed,{' '}
      <Kbd size="xs">d</Kbd> another day, <Kbd size="xs">p</Kbd> patient, <Kbd size="xs">↑</Kbd> <Kbd size="xs">↓</Kbd>{' '}
      other lines.
    </Text>
  );
}

function missedAt({ slot, recorded, dueOn }: Line): VisitAction {
  return { kind: 'missed', slot, recorded, dueOn, nextOn: null };
}

/** Where what is typed of a missed visit is kept. */
function draftOf({ courseId, slot }: Line): string {
  return `${visitsDraft(courseId)} ${actionName({ kind: 'missed', slot })}`;
}

/** A key that opens a dialog does so only where none is open. */
function isDialogOpen(): boolean {
  return document.querySelector('[role=dialog]') !== null;
}
