import { api, bodyOf, type Schemas } from '../../api/client';
import { ApiProblem } from '../../api/problem';
import { infusionSlot } from '../../../domain/course/record/slots.js';
import type { Course, Place } from './cells';
import { requestOf, type Write } from './entry';

const PAGE = 200;

/** Every course under way, and those courses that hold something not saved yet. */
export async function coursesToShow(withDrafts: readonly string[]): Promise<Course[]> {
  const courses: Course[] = [];
  let after: string | undefined;
  do {
    const page: { items: Course[]; next: string | null } = await bodyOf(
      api.GET('/v1/courses', { params: { query: { status: 'active', limit: PAGE, after } } }),
    );
    courses.push(...page.items);
    after = page.next ?? undefined;
  } while (after !== undefined);
  const missing = withDrafts.filter((id) => !courses.some((course) => course.id === id));
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

/** Writes one cell; the same write sent twice records once. */
export async function putScore(
  { courseId, infusion }: Place,
  write: Write,
  base: number | null,
): Promise<Schemas['RecordedResponse']> {
  const header = base === null ? { 'If-None-Match': '*' } : { 'If-Match': `"${base}"` };
  return bodyOf(
    api.PUT('/v1/courses/{courseId}/assessments/{slot}', {
      params: { path: { courseId, slot: infusionSlot(infusion) }, header },
      body: requestOf(write, base !== null),
    }),
  );
}
