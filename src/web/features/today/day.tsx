import { Kbd, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { memo, useMemo, useState } from 'react';
import type { Schemas } from '../../api/client';
import { useDrafts } from '../../components/drafts';
import { Loaded } from '../../components/loaded';
import type { VisitMove } from '../patients/visits/movable-visit';
import { actionName, visitsDraft, type VisitAction } from '../patients/visits/visit-action';
import { ComingWeek } from './coming-week';
import { EndedGaps } from './ended-gaps';
import { FirstSteps } from './first-steps';
import { LazyEntryDialog, LazyMoveVisitDialog } from './lazy-dialogs';
import { LineTable } from './line-table';
import { linesOf, nextWords, type Line } from './lines';
import { MayNeedLook } from './may-need-look';
import { OpenNotices } from './open-notices';
import { Section } from './section';
import { SilentCourses } from './silent-courses';
import { anyPatientQuery, openNoticesQuery } from './today-queries';
import { isTreatedBy, useWhoTreats } from './who-treats';
import classes from './today.module.css';

type Course = Schemas['CourseDetailResponse'];

interface Props {
  courses: readonly Course[];
  /** Those that are over and of which a score after the series is due. */
  ended: readonly Course[];
  today: string;
  onAdd: () => void;
}

/** The lists of the day. What is said under them when a score was saved draws none of them again. */
export const Day = memo(function Day({ courses, ended, today, onAdd }: Props) {
  const notices = useQuery(openNoticesQuery);
  const anyPatient = useQuery({ ...anyPatientQuery, enabled: courses.length + ended.length === 0 });
  const [saved, setSaved] = useState('');
  const [move, setMove] = useState<VisitMove | null>(null);
  const who = useWhoTreats();
  const { treated, due, unresolved, coming, next } = useMemo(() => {
    const isOurs = (course: Course) => isTreatedBy(who, course);
    const ours = courses.filter(isOurs);
    return { treated: ours, ...linesOf(ours, today, ended.filter(isOurs)) };
  }, [courses, ended, today, who]);
  const drafts = useDrafts();
  const [missed, setMissed] = useState<Line | null>(
    () => [...due, ...unresolved].find((line) => drafts.read(draftOf(line)) !== null) ?? null,
  );
  const close = () => {
    if (missed) drafts.drop(draftOf(missed));
    setMissed(null);
  };
  const onLine = { today, onMissed: setMissed, onMove: setMove, onSaved: setSaved };
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
            <LineTable name="Due today" lines={due} {...onLine} />
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
              <LineTable name="Unresolved" lines={unresolved} {...onLine} />
            </>
          ) : (
            <Text c="dimmed">Nothing was left open.</Text>
          )}
        </Section>
      </div>
      {due.length + unresolved.length > 0 && <KeyHelp />}
      <Stack gap="xl" className={classes.screen}>
        <MayNeedLook courses={treated} />
        <SilentCourses today={today} />
        <EndedGaps today={today} onMissed={setMissed} onSaved={setSaved} />
        <ComingWeek lines={coming} />
      </Stack>
      <Text size="sm" role="status" mt={-16} className={classes.screen}>
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
});

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
