import { Button } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { addDays } from '../../../../domain/calendar/calendar';
import { concludedByPageQuery, coursesConcludedQuery } from '../../../api/courses-under-way';
import { useChoice } from '../../../components/lists/filter-fields';
import { useSession } from '../../../session/session';
import { ANY_STATE, CONCLUDED_STATES } from './course-states';
import { ListOfCourses, useCourseFilters } from './courses-list';

const STATES = [ANY_STATE, ...CONCLUDED_STATES] as const;

/** Days before today. */
const STARTS = [
  { value: '', label: 'the last 3 months', days: 92 },
  { value: 'year', label: 'the last 12 months', days: 366 },
  { value: 'ever', label: 'any time', days: null },
];

/** In which order the service gives them out. */
const USUAL = 'latestStart';
const PAGE = 50;

/**
 * Courses that are over: how each ended, its scores, and the next score after the series. Those that started last come first, some at
 * a time; all are read only where one is looked for by its number, or another order is asked for.
 */
export function ConcludedList() {
  const { today } = useSession().clinic;
  const state = useChoice('state', 'State', STATES);
  const started = useChoice('started', 'Started in', STARTS);
  const asked = useCourseFilters(USUAL);
  const [most, setMost] = useState(PAGE);
  const days = STARTS.find(({ value }) => value === started.value)?.days ?? null;
  const from = days === null ? null : addDays(today, -days);
  const status = CONCLUDED_STATES.find(({ value }) => value === state.value)?.value ?? 'concluded';
  const paged = useInfiniteQuery(concludedByPageQuery(from, status, PAGE));
  const isAll = paged.hasNextPage && (asked.part.value.trim() !== '' || asked.order.value !== USUAL);
  const all = useQuery({ ...coursesConcludedQuery(from), enabled: isAll });
  const isBeginning = paged.hasNextPage && !isAll;
  const showMore = () => {
    setMost(most + PAGE);
    if (isBeginning) void paged.fetchNextPage();
  };
  return (
    <ListOfCourses
      {...asked}
      fields={
        <>
          {started.field}
          {state.field}
        </>
      }
      active={[...started.active, ...state.active]}
      query={isAll ? all : paged}
      label="concluded"
      isAsked={(course) => status === 'concluded' || course.status === status}
      most={most}
      isBeginning={isBeginning}
      more={
        <Button variant="default" maw={240} loading={paged.isFetchingNextPage} onClick={showMore}>
          Show more
        </Button>
      }
    />
  );
}
