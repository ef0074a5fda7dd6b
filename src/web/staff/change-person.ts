import { api, bodyOf, type Schemas } from '../api/client';
import type { Person } from './roles';

/** Changes a person as the list showed them. @throws ApiProblem 412 where somebody else was faster. */
export function changePerson(
  { id, version }: Person,
  body: Schemas['StaffChangeRequest'],
): Promise<Person> {
  const params = { path: { id }, header: { 'If-Match': `"${version}"` } };
  return bodyOf(api.PATCH('/v1/staff/{id}', { params, body }));
}
