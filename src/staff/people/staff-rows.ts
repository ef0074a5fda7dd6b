import { newId } from '../../http/ids.js';
import type { Actor } from '../sessions/actor.js';
import type { InviteRequest, StaffChangeRequest } from './staff.dto.js';
import type { NewStaff, Staff } from './staff.entity.js';

/** A person before the invitation is taken up. */
export function invitedStaff(
  { clinicId, staffId, at, requestId }: Actor,
  { name, email, role }: InviteRequest,
): NewStaff {
  return {
    clinicId,
    id: newId(),
    name,
    email,
    role,
    status: 'invited',
    passwordHash: null,
    lastSignedInAt: null,
    version: 1,
    changedAt: at,
    changedBy: staffId,
    requestId,
  };
}

/** The row of a person after a change by a director. */
export function changedStaff(before: Staff, change: StaffChangeRequest, actor: Actor): Staff {
  // Who signs in at the identity provider has no password.
  const wasActive = before.passwordHash !== null || before.lastSignedInAt !== null;
  const reactivated = wasActive ? 'active' : 'invited';
  const status = change.status === 'active' ? reactivated : (change.status ?? before.status);
  return {
    ...before,
    name: change.name ?? before.name,
    role: change.role ?? before.role,
    status,
    version: before.version + 1,
    changedAt: actor.at,
    changedBy: actor.staffId,
    requestId: actor.requestId,
  };
}
