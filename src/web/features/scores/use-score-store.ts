import { useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { clinicQuery } from '../../api/clinic-query';
import { queryKeys } from '../../api/query-keys';
import { useDrafts } from '../../components/drafts';
import type { Outbox } from '../../entries/outbox/outbox';
import { useOutbox } from '../../entries/outbox/use-outbox';
import { useClosingWarning } from '../../session/closing-warning';
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
  const outbox = useOutbox();
  const [store] = useState(() => storeOf(staff.id, outbox, client));
  const query = useQuery({
    queryKey: queryKeys.coursesInGrid(asked),
    // What was typed in another tab is shown before anything is typed over it here.
    refetchOnWindowFocus: 'always',
    queryFn: async () => {
      if (asked !== null) store.pin(asked);
      await outbox.ready;
      const [courses, session, clinicDays] = await Promise.all([
        loadCourses([...store.pinnedIds(), ...draftedCourse(drafts)], clinic.today),
        client.fetchQuery({ ...sessionQuery, staleTime: 0 }),
        client.fetchQuery({ ...clinicQuery, staleTime: 0 }),
      ]);
      store.load(courses, { today: session?.clinic.today ?? clinic.today, clinicDays });
      return courses.length;
    },
  });
  // What waits for the network outlives the page.
  useClosingWarning(() => !isAllSaved({ ...store.summary(), kept: 0 }));
  return { store, drafts, query, today: clinic.today };
}

function storeOf(staffId: string, outbox: Outbox, client: QueryClient): ScoreStore {
  const known = stores.get(staffId);
  if (known) return known;
  const store = new ScoreStore(outbox, (_saved, course) => {
    void client.invalidateQueries({ queryKey: queryKeys.patient(course.patientId) });
  });
  stores.set(staffId, store);
  return store;
}
