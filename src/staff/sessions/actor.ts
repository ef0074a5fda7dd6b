/** What a person may be in a clinic. */
export const ROLES = ['clinician', 'director', 'marketing'] as const;
export type Role = (typeof ROLES)[number];

export type StaffStatus = 'invited' | 'active' | 'deactivated';

/** Who does something, in which clinic, in which request and when: every write is given one. */
export interface Actor {
  clinicId: string;
  staffId: string;
  role: Role;
  requestId: string;
  at: Date;
}
