/**
 * What people do that is kept, each with its words behind the name of a person: "Dana added the patient".
 * What is not here can't be recorded.
 */
export const AUDIT_ACTIONS = {
  'clinic.set-up': 'set up the clinic',
  'clinic.changed': 'changed settings of the clinic',
  'signing-key.rotated': 'made a new key to sign with',
  'signing-key.revoked': 'revoked a key to sign with',

  'staff.invited': 'invited a person',
  'staff.changed': 'changed the account of a person',
  'staff.link-made': 'made a one-time link for a person',
  'account.password-chosen': 'chose a password with a one-time link',
  'account.password-changed': 'changed the own password',

  'second-factor.begun': 'began to set up an authenticator app',
  'second-factor.set-up': 'set up an authenticator app',
  'second-factor.removed': 'removed the own authenticator app',
  'second-factor.codes-renewed': 'made new recovery codes',
  'second-factor.shown': 'typed a code again',
  'second-factor.refused': 'was refused with a wrong code',
  'second-factor.reset': 'removed the authenticator app and passkeys of a person',

  'passkey.added': 'added a passkey',
  'passkey.removed': 'removed an own passkey',
  'passkey.shown': 'showed a passkey again',
  'passkey.refused': 'was refused with a passkey',

  'sso.linked': 'linked the own account at the identity provider',
  'sso.unlinked': 'removed the link to the own account at the identity provider',
  'sso.removed': 'removed the link of a person to the identity provider',

  'system-account.added': 'added a system account',
  'system-account.changed': 'changed a system account',
  'api-token.made': 'made an API token',
  'api-token.revoked': 'revoked an API token',
  'api-token.refused': 'was refused with an API token',

  'session.started': 'signed in',
  'session.break-glass': 'signed in without single sign-on, as the break-glass director',
  'session.refused': 'was refused at sign-in',
  'session.ended': 'signed out',
  'request.refused': 'was refused what the role, or the token, may not do',

  'patient.added': 'added the patient',
  'patient.changed': 'changed the patient',
  'patient.read': 'looked at the patient',
  'patient.listed': 'looked at a list of patients',
  'course.added': 'began a course',
  'course.changed': 'changed the course',
  'course.read': 'looked at the course',
  'course.listed': 'looked at a list of courses',
  'assessment.recorded': 'recorded an entry of the course',
  'assessment.amended': 'amended an entry of the course',
  'safety-notice.listed': 'looked at the list of safety notices',
  'safety-notice.acknowledged': 'acknowledged a safety notice of the course',

  'records.sealed': 'sealed the entries and closed groups of before',
  'import.saved': 'imported a spreadsheet',
  'import.columns-forgotten': 'had remembered columns forgotten',
  'export.begun': 'exported records',

  'backup.made': 'made a backup',
  'backup.tried': 'restored a backup on trial',
  'backup.restored': 'brought records back from a backup',

  'publication.drafted': 'drafted a publication',
  'publication.changed': 'changed a draft',
  'publication.discarded': 'discarded a draft',
  'publication.approved': 'approved a publication',
  'publication.withdrawn': 'withdrew a publication',
  'publication.groups-closed': 'closed the groups again',
} as const;

/** The name of an action. */
export type AuditAction = keyof typeof AUDIT_ACTIONS;

/** Those by which somebody sees something of patients and changes nothing. */
export const READ_ACTIONS = (Object.keys(AUDIT_ACTIONS) as AuditAction[]).filter((action) =>
  /\.(read|listed)$/.test(action),
);
