import { api, bodyOf, type Schemas } from '../../api/client';

/** Changes a person over the version that was seen. @throws ApiProblem 412 where somebody else was faster. */
export function changePerson(
  id: string,
  ifMatch: string,
  body: Schemas['StaffChangeRequest'],
): Promise<Schemas['StaffResponse']> {
  const params = { path: { id }, header: { 'If-Match': ifMatch } };
  return bodyOf(api.PATCH('/v1/staff/{id}', { params, body }));
}
