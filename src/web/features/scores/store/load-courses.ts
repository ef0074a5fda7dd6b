import { api, bodyOf } from '../../../api/client';
import { everyPage, LARGEST_PAGE } from '../../../api/every-page';
import { ApiProblem } from '../../../api/problem';
import type { Course } from '../../../entries/entry';

/** Of the courses that began last, so many are looked through for those that were completed today. */
const LATEST = 50;

/** Every course under way, those completed today, and these others, also where they have ended. */
export async function loadCourses(others: readonly string[], today: string): Promise<Course[]> {
  const [underWay, completed] = await Promise.all([
    everyPage((after) =>
      bodyOf(api.GET('/v1/courses', { params: { query: { status: 'active', limit: LARGEST_PAGE, after } } })),
    ),
    bodyOf(api.GET('/v1/courses', { params: { query: { status: 'completed', limit: LATEST } } })),
  ]);
  // One that was completed between the two answers is in both.
  const known = new Set(underWay.map(({ id }) => id));
  const completedToday = completed.items.filter(({ id, lastEntryOn }) => lastEntryOn === today && !known.has(id));
  const courses = [...underWay, ...completedToday];
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
