import type { Role } from '../sessions/actor.js';

/** What a token can open, each with the role whose rights it is a part of. */
export const API_SCOPES = {
  'scores:write': 'clinician',
  'outcomes:read': 'director',
  'published:read': 'marketing',
  'metrics:read': 'director',
} as const satisfies Record<string, Role>;

/** A part of what a role may do, which a token can be given. */
export type ApiScope = keyof typeof API_SCOPES;

export const SCOPE_NAMES = Object.keys(API_SCOPES) as ApiScope[];
