import type { Schemas } from '../api/client';

export type Person = Schemas['StaffResponse'];

export const ROLES: readonly { value: Person['role']; label: string }[] = [
  { value: 'clinician', label: 'Clinician' },
  { value: 'director', label: 'Director' },
  { value: 'marketing', label: 'Marketing' },
];

export const STATES: Readonly<Record<Person['status'], string>> = {
  active: 'Active',
  invited: 'Invited, has not chosen a password yet',
  deactivated: 'Deactivated',
};

export function roleName(role: Person['role']): string {
  return ROLES.find(({ value }) => value === role)?.label ?? role;
}
