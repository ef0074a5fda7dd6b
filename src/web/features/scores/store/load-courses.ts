import { api, bodyOf } from '../../../api/client';
import { ApiProblem } from '../../../api/problem';
import type { Course } from '../../../entries/entry';

const PAGE = 200;

/** Of the courses that began last, so many are looked through for those that were completed today. */
const LATEST = 50;

/** Every course under way, those completed today, and these others, also where they have ended. */
export async function loadCourses(others: readonly string[], today: string): Promise<Course[]> {
  const courses: Course[] = [];
  let after: string | undefined;
  do {
    const page: { items: Course[]; next: string | null } = await bodyOf(
      api.GET('/v1/courses', { params: { query: { status: 'active', limit: PAGE, after } } }),
    );
    courses.push(...page.items);
    after = page.next ?? undefined;
  } while (after !== undefined);
  const completed = await bodyOf(api.GET('/v1/courses', { params: { query: { status: 'completed', limit: LATEST } } }));
  courses.push(...completed.items.filter(({ lastEntryOn }) => lastEntryOn === today));
  const missing = others.filter((id) => !courses.some((course) => course.id === id));
  for (const id of new Set(missing)) courses.push(...(await courseById(id)));
  return courses;
}

/** The course, or nothing where it is gone. */
async function courseById(id: string): Promise<Course[]> {
  try {
    return [await bodyOf(api.GET('/v1/courses/{id}', { params: { path: { id } } }))];
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 404) return [];
    throw error;
  }
}
