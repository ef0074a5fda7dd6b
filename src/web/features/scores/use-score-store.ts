import { useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { clinicQuery } from '../../api/clinic-query';
import { queryKeys } from '../../api/query-keys';
import { useDrafts, type Drafts } from '../../components/drafts';
import { useClosingWarning } from '../../session/closing-warning';
import { useSessionEnded } from '../../session/expiry';
import { sessionQuery, useSession } from '../../session/session';
import { draftedCourse } from './grid/typing-draft';
import { loadCourses } from './store/load-courses';
import { isAllSaved } from './store/save-summary';
import { ScoreStore } from './store/score-store';

const stores = new Map<string, ScoreStore>();

/**
 * The courses under way and what is written into them, with a course that the address asks for. There is one store for
 * each person, also when the page is left and opened again.
 */
export function useScoreStore(asked: string | null) {
  const { staff, clinic } = useSession();
  const client = useQueryClient();
  const drafts = useDrafts();
  const [store] = useState(() => storeOf(staff.id, drafts, client));
  const ended = useSessionEnded();
  const query = useQuery({
    queryKey: queryKeys.coursesInGrid(asked),
    // What was typed in another tab is shown before anything is typed over it here.
    refetchOnWindowFocus: 'always',
    queryFn: async () => {
      if (asked !== null) store.pin(asked);
      const courses = await loadCourses([...store.pinnedIds(), ...draftedCourse(drafts)], clinic.today);
      const [session, clinicDays] = await Promise.all([
        client.fetchQuery({ ...sessionQuery, staleTime: 0 }),
        client.fetchQuery({ ...clinicQuery, staleTime: 0 }),
      ]);
      store.load(courses, { today: session?.clinic.today ?? clinic.today, clinicDays });
      return courses.length;
    },
  });
  useEffect(() => {
    if (!ended) store.sendKept();
  }, [ended, store]);
  useClosingWarning(() => !isAllSaved(store.summary()));
  return { store, drafts, query, today: clinic.today };
}

function storeOf(staffId: string, drafts: Drafts, client: QueryClient): ScoreStore {
  const known = stores.get(staffId);
  if (known) return known;
  const store = new ScoreStore(drafts, (saved, course) => {
    // The table knows what it wrote; other pages read it again when they are opened.
    void client.invalidateQueries({ queryKey: queryKeys.courses, refetchType: 'none' });
    void client.invalidateQueries({ queryKey: queryKeys.course(course.id) });
    void client.invalidateQueries({ queryKey: queryKeys.patient(course.patientId) });
    if (saved.safetyNotice) void client.invalidateQueries({ queryKey: queryKeys.safetyNotices });
  });
  stores.set(staffId, store);
  return store;
}
