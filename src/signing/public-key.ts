import { createHash, createPublicKey, type KeyObject } from 'node:crypto';

/** An Ed25519 public key as RFC 8037 writes it. */
export interface PublicKey {
  kty: 'OKP';
  crv: 'Ed25519';
  /** 32 bytes, base64url. */
  x: string;
}

/** One that a clinic publishes; what it signed stays valid also when it was retired. */
export interface PublishedKey extends PublicKey {
  /** Since when it signs no more, an instant in UTC; missing or null where it still does. */
  retiredAt?: string | null;
  /** Since when it proves nothing by itself, because somebody else may have it. */
  revokedAt?: string | null;
  /** The names under which its clinic published; missing in lists of before 2026-11-29. */
  clinics?: string[];
  /** Of a revoked key: hashes of what the clinic published with it. */
  documents?: string[] | null;
}

/** The public half of a key, or the key itself. */
export function publicKeyOf(key: KeyObject): PublicKey {
  const { x } = (key.type === 'private' ? createPublicKey(key) : key).export({ format: 'jwk' });
  if (key.asymmetricKeyType !== 'ed25519' || x === undefined) {
    throw new TypeError('A signing key is an Ed25519 key.');
  }
  return { kty: 'OKP', crv: 'Ed25519', x };
}

/** The name of a key: its thumbprint by RFC 7638, which anybody can compute from the key. */
export function thumbprintOf({ kty, crv, x }: PublicKey): string {
  // RFC 7638 wants just these members in just this order.
  return createHash('sha256').update(JSON.stringify({ crv, kty, x })).digest('base64url');
}

/** The keys in a JSON Web Key Set, those of other kinds left out; null for a text that is none. */
export function publishedKeysIn(text: string): PublishedKey[] | null {
  try {
    const { keys } = JSON.parse(text) as { keys?: unknown };
    if (!Array.isArray(keys)) return null;
    return (keys as unknown[]).filter(isPublishedKey);
  } catch {
    return null;
  }
}

function isPublishedKey(found: unknown): found is PublishedKey {
  if (typeof found !== 'object' || found === null) return false;
  const { kty, crv, x, clinics, documents, ...dates } = found as Record<string, unknown>;
  const dated = ['retiredAt', 'revokedAt'].every((name) => isInstant(dates[name] ?? null));
  return kty === 'OKP' && crv === 'Ed25519' && typeof x === 'string' && dated && isTexts(clinics) && isTexts(documents);
}

function isInstant(value: unknown): boolean {
  return value === null || (typeof value === 'string' && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value));
}

function isTexts(value: unknown): boolean {
  return value == null || (Array.isArray(value) && value.every((one) => typeof one === 'string'));
}
