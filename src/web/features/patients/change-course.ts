import { api, bodyOf, type Schemas } from '../../api/client';

/** Changes a course over the version that was seen. */
export function changeCourse(
  id: string,
  ifMatch: string,
  body: Schemas['CourseChange'],
): Promise<Schemas['CourseDetailResponse']> {
  const params = { path: { id }, header: { 'If-Match': ifMatch } };
  return bodyOf(api.PATCH('/v1/courses/{id}', { params, body }));
}
