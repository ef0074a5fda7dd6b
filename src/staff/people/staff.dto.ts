import { IsIn, IsOptional } from 'class-validator';
import type { Instant } from '../../domain/calendar/calendar.js';
import type { Id } from '../../domain/id.js';
import type { Version } from '../../http/version.js';
import { LowerCase, Trimmed } from '../../http/fields.js';
import { ROLES, type Role, type StaffStatus } from '../sessions/actor.js';
import type { GrantKind } from './access-grant.entity.js';
import type { NamedGrant } from './access-grant.repository.js';
import type { NewStaff, Staff } from './staff.entity.js';
import { IsLine, IsNewAddress } from '../../http/field-rules.js';

const NAME = 'A name has 1 to 120 characters, without line breaks.';
const EMAIL = 'The e-mail address must look like name@example.org.';
const ROLE = { message: 'The role must be clinician, director or marketing.' };

/** How somebody is known in the clinic, and signs in. */
export class NewPerson {
  /** @example "Sam Okafor" */
  @Trimmed()
  @IsLine(120, NAME)
  name: string;

  /**
   * Sign-in name, one account each in all clinics of the service
   * @example "sam@example.org"
   */
  @LowerCase()
  @IsNewAddress(EMAIL)
  email: string;
}

export class InviteRequest extends NewPerson {
  /** @example "clinician" */
  @IsIn(ROLES, ROLE)
  role: Role;
}

export class StaffChangeRequest {
  /** @example "Sam Okafor" */
  @IsOptional()
  @Trimmed()
  @IsLine(120, NAME)
  name?: string;

  /**
   * A change of role ends the sessions of the person
   * @example "director"
   */
  @IsOptional()
  @IsIn(ROLES, ROLE)
  role?: Role;

  /**
   * `deactivated` ends the sessions and links of the person; `active` takes it back
   * @example "deactivated"
   */
  @IsOptional()
  @IsIn(['active', 'deactivated'], { message: 'The status must be active or deactivated.' })
  status?: 'active' | 'deactivated';
}

export interface StaffResponse {
  id: Id;
  /** @example "Sam Okafor" */
  name: string;
  /** @example "sam@example.org" */
  email: string;
  role: Role;
  /** `invited` until the person has chosen a password. */
  status: StaffStatus;
  version: Version;
}

export interface ListedStaffResponse extends StaffResponse {
  /** Of an invited person: `pending` while the link can be used, `expired` once a new one has to be made; else null. */
  invitation: 'pending' | 'expired' | null;
  /** Null where the person has not signed in yet. */
  lastSignedInAt: Instant | null;
  /** How the person last came to their access; null where nobody gave it since this is noted. */
  lastGrant: AccessGrantResponse | null;
  /** Whether the person signs in with an authenticator app too, or with a passkey. */
  secondFactor: boolean;
  /**
   * Whether an account at the identity provider is linked: `only-way` where nothing else lets the person in, as they have no
   * password and no passkey or the clinic requires single sign-on of them; null where none is.
   */
  singleSignOn: 'linked' | 'only-way' | null;
}

/** By whom a person came to their access. */
export interface AccessGrantResponse {
  /**
   * An invitation or a link that was used to choose a password or an account at the identity provider, another role, a deactivation
   * that was taken back, or what was removed: a second factor, or the link to the identity provider.
   */
  kind: GrantKind;
  /** Who made the link or the change; null for the person who runs the server. @example "Dana Reyes" */
  madeBy: string | null;
  /** When the link was made. */
  madeAt: Instant;
  /** When the link was used; of other kinds as `madeAt`. */
  takenUpAt: Instant;
}

export interface StaffListResponse {
  items: ListedStaffResponse[];
}

export interface LinkResponse {
  staff: StaffResponse;
  /** Shown this once; hand it to the person. @example "http://localhost:3000/invitation#kq3v..." */
  link: string;
  expiresAt: Instant;
}

export function toStaffResponse({ id, name, email, role, status, version }: NewStaff): StaffResponse {
  return { id, name, email, role, status, version };
}

export function toAccessGrantResponse({ kind, madeByName, madeAt, takenUpAt }: NamedGrant): AccessGrantResponse {
  return { kind, madeBy: madeByName, madeAt: madeAt.toISOString(), takenUpAt: takenUpAt.toISOString() };
}

/** What is known of the people of a clinic besides their rows, by their ids. */
interface KnownOfStaff {
  invited: ReadonlySet<string | null>;
  granted: ReadonlyMap<string, NamedGrant>;
  secondFactors: ReadonlySet<string>;
  ssoLinks: ReadonlyMap<string, 'linked' | 'only-way'>;
}

export function toListedStaffResponse(row: Staff, known: KnownOfStaff): ListedStaffResponse {
  const invitation = known.invited.has(row.id) ? 'pending' : 'expired';
  const lastGrant = known.granted.get(row.id);
  return {
    ...toStaffResponse(row),
    invitation: row.status === 'invited' ? invitation : null,
    lastSignedInAt: row.lastSignedInAt?.toISOString() ?? null,
    lastGrant: lastGrant ? toAccessGrantResponse(lastGrant) : null,
    secondFactor: known.secondFactors.has(row.id),
    singleSignOn: known.ssoLinks.get(row.id) ?? null,
  };
}

/** What is kept of a change: which role or status it is now; of a name only that it is another. */
export function changeDetail({ name, role, status }: StaffChangeRequest): string | null {
  const parts = [name && 'name', role && `role ${role}`, status && `status ${status}`];
  return parts.filter(Boolean).join(', ') || null;
}
