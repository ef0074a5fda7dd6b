import { api, bodyOf, type Schemas } from '../api/client';
import { ApiProblem } from '../api/problem';
import type { Person } from './roles';

/** Changes a person as the list showed them. @throws ApiProblem 412 where somebody else was faster. */
export function changePerson(
  { id, version }: Person,
  body: Schemas['StaffChangeRequest'],
): Promise<Schemas['StaffResponse']> {
  const params = { path: { id }, header: { 'If-Match': `"${version}"` } };
  return bodyOf(api.PATCH('/v1/staff/{id}', { params, body }));
}

/** The person as somebody else has changed them meanwhile; null where nobody was faster. */
export function changedMeanwhile(error: Error | null): Schemas['StaffResponse'] | null {
  if (!(error instanceof ApiProblem) || error.type !== 'stale-version') return null;
  return error.problem.current as Schemas['StaffResponse'];
}
