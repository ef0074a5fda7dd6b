import { api, bodyOf, type Schemas } from '../../api/client';

export type Person = Schemas['ListedStaffResponse'];

export const ROLES: readonly { value: Person['role']; label: string }[] = [
  { value: 'clinician', label: 'Clinician' },
  { value: 'director', label: 'Director' },
  { value: 'marketing', label: 'Marketing' },
];

/** Can the person sign in, and if not yet, why not? */
export function stateWords({ status, invitation }: Person): string {
  if (status === 'deactivated') return 'Deactivated';
  if (status === 'active') return 'Active';
  return invitation === 'expired'
    ? 'Invited; the link has run out, make a new one'
    : 'Invited, has not chosen a password yet';
}

export function roleName(role: Person['role']): string {
  return ROLES.find(({ value }) => value === role)?.label ?? role;
}

/** Changes a person over the version that was seen. @throws ApiProblem 412 where somebody else was first. */
export function changePerson(
  id: string,
  ifMatch: string,
  body: Schemas['StaffChangeRequest'],
): Promise<Schemas['StaffResponse']> {
  const params = { path: { id }, header: { 'If-Match': ifMatch } };
  return bodyOf(api.PATCH('/v1/staff/{id}', { params, body }));
}
