import { createHash } from 'node:crypto';
import { canonicalize } from 'json-canonicalize';

/** JSON in the one form that RFC 8785 allows, so that the same content is the same bytes everywhere. */
export function canonicalJson(value: unknown): string {
  return canonicalize(value);
}

/** SHA-256 of the canonical form, lower-case hex. */
export function hashOf(value: unknown): string {
  return createHash('sha256').update(canonicalJson(value)).digest('hex');
}
