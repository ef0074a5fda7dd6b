import type { RequestSource } from '../../http/incoming/client-address.js';

/** What a person may be in a clinic. */
export const ROLES = ['clinician', 'director', 'marketing'] as const;
export type Role = (typeof ROLES)[number];

export type StaffStatus = 'invited' | 'active' | 'deactivated';

/** The person who types commands on the server itself, in place of a staff id. */
export const COMMAND_LINE = '00000000-0000-7000-8000-000000000000';

/** Who does something, in which clinic, in which request, from where and when: every write is given one. */
export interface Actor extends RequestSource {
  clinicId: string;
  staffId: string;
  role: Role;
  at: Date;
  /** Whether what is read is written down before it is shown, as the clinic wants it. */
  strictAudit?: boolean;
}
