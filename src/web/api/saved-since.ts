import type { components } from './schema';

type Course = components['schemas']['CourseDetailResponse'];
type Recorded = components['schemas']['RecordedResponse'];

/** An entry that the service took after an answer was kept. */
export interface SavedSince {
  courseId: string;
  recorded: Recorded;
}

/** A kept answer about one course, or a list of them, with what the service took afterwards. */
export function withSaved(body: unknown, saved: readonly SavedSince[]): unknown {
  const { items } = body as { items?: Course[] };
  if (items) return { ...(body as object), items: items.map((course) => courseWithSaved(course, saved)) };
  return courseWithSaved(body as Course, saved);
}

function courseWithSaved(course: Course, saved: readonly SavedSince[]): Course {
  return saved
    .filter(({ courseId }) => courseId === course.id)
    .reduce((before, { recorded }) => withOne(before, recorded), course);
}

function withOne(course: Course, recorded: Recorded): Course {
  const isNewer = (before: Recorded | Course['slots'][number]['recorded']) => recorded.version > (before?.version ?? 0);
  const state = recorded.state === 'entered-in-error' ? ('due' as const) : recorded.state;
  const slots = course.slots.map((slot) =>
    slot.slot === recorded.slot && isNewer(slot.recorded)
      ? { ...slot, recorded, state, missedReason: recorded.missedReason }
      : slot,
  );
  const isSix = slots.some(({ slot }) => slot === recorded.slot);
  const before = course.afterSeries.find(({ slot }) => slot === recorded.slot) ?? null;
  if (isSix || !isNewer(before)) return { ...course, slots };
  const afterSeries = [...course.afterSeries.filter(({ slot }) => slot !== recorded.slot), recorded];
  const afterSeriesDue = course.afterSeriesDue.filter(({ slot }) => slot !== recorded.slot);
  return { ...course, slots, afterSeries, afterSeriesDue };
}
