import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { api, bodyOf, type Schemas } from '../../api/client';
import { queryKeys } from '../../api/query-keys';
import { ChartFigure } from '../../components/chart-figure';
import { HistorySection } from '../../components/history/history';
import { Loaded } from '../../components/loaded';
import { ProblemNotice } from '../../components/problem-notice';
import { useSession } from '../../session/session';
import { CorrectCourseDialog } from './correct-course';
import { CourseNotices } from './course-notices';
import classes from './course-view.module.css';
import { useOpenDialog } from '../../components/dialogs/dialog-draft';
import { EndpointTable } from './endpoint-table';
import { EntryDialog } from './visits/entry-dialog';
import { useExtendCourse } from './extend-course';
import { OutcomePanel } from './outcome-panel';
import { courseQuery, courseOutcomeQuery, trajectoryQuery } from '../../api/patient-queries';
import { StopCourseDialog } from './stop-course';
import type { VisitMove } from './visits/movable-visit';
import { MoveVisitDialog } from './visits/move-visit';
import { actionName, actionNamed, visitsDraft } from './visits/visit-action';
import { visitsOf } from '../../entries/visits';
import { VisitTable } from './visits/visit-table';
import { courseWords, indicationWords, isSaidUnderWay, statusWords } from '../../components/course-words';

type Course = Schemas['CourseDetailResponse'];

/** One course: what it achieved, how it went, its visits, and what can be done about them. */
export function CourseView({ courseId }: { courseId: string }) {
  const { timeZone } = useSession().clinic;
  const course = useQuery(courseQuery(courseId));
  const outcome = useQuery(courseOutcomeQuery(courseId));
  const trajectory = useQuery(trajectoryQuery(courseId));
  return (
    <Loaded query={course} height={1000}>
      {(loaded) => (
        <Stack gap="lg">
          <CourseHead course={loaded} />
          {loaded.openSafetyNotices > 0 && <CourseNotices courseId={courseId} />}
          <div className={classes.columns}>
            <Stack gap="md">
              <div className={classes.lead}>
                <Loaded query={outcome} height="var(--outcome-height)">
                  {(achieved) => <OutcomePanel outcome={achieved} marks={loaded.marks} />}
                </Loaded>
                <Loaded query={trajectory} height="var(--chart-height)">
                  {(chart) => (
                    <ChartFigure
                      chart={chart}
                      title="Scores over time"
                      href={`/v1/courses/${courseId}/charts/trajectory`}
                    />
                  )}
                </Loaded>
              </div>
              <Loaded query={outcome} height="var(--endpoints-height)">
                {(achieved) => <EndpointTable outcome={achieved} />}
              </Loaded>
            </Stack>
            <Visits course={loaded} />
          </div>
          {loaded.openSafetyNotices === 0 && <CourseNotices courseId={courseId} />}
          <HistorySection
            timeZone={timeZone}
            of="the course"
            queryKey={queryKeys.course(courseId)}
            read={(query) => bodyOf(api.GET('/v1/courses/{id}/history', { params: { path: { id: courseId }, query } }))}
          />
        </Stack>
      )}
    </Loaded>
  );
}

function CourseHead({ course }: { course: Course }) {
  const { id, patientId, stopped, status } = course;
  const { open, show, close } = useOpenDialog(`course ${id}`);
  const { today } = useSession().clinic;
  const extend = useExtendCourse();
  return (
    <Group justify="space-between" align="flex-start" gap="sm">
      <div>
        <Title order={2} size="h3">
          {courseWords(course)}
        </Title>
        <Text c="dimmed">
          {indicationWords(course)}&nbsp;· {statusWords(course)}
        </Text>
      </div>
      <Group gap="xs">
        <Button component={Link} href={`/scores?course=${id}`} variant="default" size="xs">
          Open in the table of scores
        </Button>
        <Button component={Link} href={`/patients/${patientId}/report/${id}`} variant="default" size="xs">
          Report to print
        </Button>
        <Button variant="default" size="xs" onClick={() => show('correct')}>
          Correct the course
        </Button>
        {status === 'lost' && (
          <Button
            variant="default"
            size="xs"
            loading={extend.isPending}
            onClick={() => extend.mutate({ course, on: today })}
          >
            Still under way
          </Button>
        )}
        {isSaidUnderWay(course) && (
          <Button
            variant="default"
            size="xs"
            loading={extend.isPending}
            onClick={() => extend.mutate({ course, on: null })}
          >
            Take “still under way” back
          </Button>
        )}
        {(stopped !== null || status === 'active' || status === 'lost') && (
          <Button variant="default" size="xs" onClick={() => show('stop')}>
            {stopped ? 'Take the stop back' : 'Stop the course'}
          </Button>
        )}
      </Group>
      {extend.error && <ProblemNotice error={extend.error} />}
      <CorrectCourseDialog course={course} opened={open === 'correct'} onClose={close} />
      <StopCourseDialog course={course} opened={open === 'stop'} onClose={close} />
    </Group>
  );
}

function Visits({ course }: { course: Course }) {
  const { open, show, close } = useOpenDialog(visitsDraft(course.id));
  const [saved, setSaved] = useState('');
  const [move, setMove] = useState<VisitMove | null>(null);
  return (
    <Stack gap="xs" component="section" aria-labelledby="visits-title">
      <Group justify="space-between">
        <Title order={3} size="h4" id="visits-title">
          Visits
        </Title>
        <Button variant="light" size="xs" onClick={() => show(actionName({ kind: 'score', slot: null }))}>
          Add a score after the series
        </Button>
      </Group>
      <VisitTable
        course={course}
        onAction={(action) => show(actionName(action))}
        onMove={({ slot, dueOn }) =>
          dueOn && setMove({ courseId: course.id, chartNumber: course.chartNumber, slot, dueOn })
        }
      />
      <Text size="sm" role="status">
        {saved}
      </Text>
      <EntryDialog
        courseId={course.id}
        chartNumber={course.chartNumber}
        action={actionNamed(open, visitsOf(course))}
        onClose={close}
        onSaved={setSaved}
      />
      <MoveVisitDialog move={move} onClose={() => setMove(null)} onMoved={setSaved} />
    </Stack>
  );
}
