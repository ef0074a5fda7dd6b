import { useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { Drafts } from '../../components/drafts';
import { useSessionEnded } from '../../session/expiry';
import { sessionQuery, useSession } from '../../session/session';
import { courseBeingTyped } from './use-desk';
import { ScoreBook } from './score-book';
import { coursesToShow } from './score-writing';

const books = new Map<string, ScoreBook>();

/**
 * The courses under way and what is written into them, with a course that was asked for; one book a person, also when the
 * page is left and opened again.
 */
export function useScoreBook(asked: string | null) {
  const { staff, clinic } = useSession();
  const client = useQueryClient();
  const drafts = useMemo(() => new Drafts(staff.id), [staff.id]);
  const [book] = useState(() => bookOf(staff.id, drafts, client));
  const ended = useSessionEnded();
  const query = useQuery({
    queryKey: ['courses', 'under way', asked],
    // What was typed in another tab is shown before anything is typed over it here.
    refetchOnWindowFocus: 'always',
    queryFn: async () => {
      if (asked !== null) book.ask(asked);
      const courses = await coursesToShow([...book.inSight(), ...courseBeingTyped(drafts)]);
      const session = await client.fetchQuery({ ...sessionQuery, staleTime: 0 });
      book.load(courses, session?.clinic.today ?? clinic.today);
      return courses.length;
    },
  });
  useEffect(() => {
    if (!ended) book.sendKept();
  }, [ended, book]);
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      const { saving, kept, needs } = book.summary();
      if (saving + kept + needs.length > 0) event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [book]);
  return { book, drafts, query, today: clinic.today };
}

function bookOf(staffId: string, drafts: Drafts, client: QueryClient): ScoreBook {
  const known = books.get(staffId);
  if (known) return known;
  const book = new ScoreBook(drafts, (recorded, course) => {
    // The table knows what it wrote; other pages ask anew when they are opened.
    void client.invalidateQueries({ queryKey: ['courses'], refetchType: 'none' });
    void client.invalidateQueries({ queryKey: ['course', course.id] });
    void client.invalidateQueries({ queryKey: ['patient', course.patientId] });
    if (recorded.safetyNotice) void client.invalidateQueries({ queryKey: ['safety-notices'] });
  });
  books.set(staffId, book);
  return book;
}
