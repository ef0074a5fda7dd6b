import type { Schemas } from '../../../api/client';

export type Scope = Schemas['MadeTokenResponse']['scopes'][number];

/** What a token can open, in the order in which it is asked for. */
export const SCOPES: readonly { value: Scope; label: string; description: string }[] = [
  {
    value: 'scores:write',
    label: 'Record scores',
    description: 'scores:write. Finds patients and their courses, reads and records entries.',
  },
  {
    value: 'outcomes:read',
    label: 'Read outcomes',
    description: 'outcomes:read. Figures and charts of cohorts; no single course.',
  },
  {
    value: 'published:read',
    label: 'Read publications',
    description: 'published:read. Drafts too, as marketing sees them.',
  },
  {
    value: 'metrics:read',
    label: 'Watch the service',
    description: 'metrics:read. Counts for monitoring, such as open safety notices.',
  },
];

export function scopeLabel(scope: Scope): string {
  return SCOPES.find(({ value }) => value === scope)?.label ?? scope;
}
