import { createPublicKey, verify } from 'node:crypto';
import type { PublishedDocument } from '../domain/publication/published-document.js';
import { Problem } from '../http/problem.js';
import { canonicalJson, hashOfCanonical } from './canonical.js';
import { thumbprintOf, type PublishedKey } from './public-key.js';

/** What was looked at in a published document, in words, and whether it held. */
export interface Checked {
  what: string;
  holds: boolean;
}

/** The parts of a seal, as far as the bytes have them at all. */
type Sealed = Pick<PublishedDocument, 'format' | 'id' | 'slug' | 'hash' | 'signature'> & {
  clinic?: unknown;
  approval?: unknown;
};

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const SLUG = /^[a-z0-9-]{1,200}$/;
const HASH = /^[0-9a-f]{64}$/;

export interface SealCheck {
  /** Null where the bytes are no published document. */
  document: Sealed | null;
  checks: Checked[];
}

/**
 * Checks the bytes of a published document against the hash, the key and the signature that are in it. Says nothing
 * of whose key it is.
 */
export function checkSeal(bytes: Uint8Array): SealCheck {
  const text = textOf(bytes);
  const found = text === null ? null : documentOf(text);
  if (found === null) {
    return { document: null, checks: [{ what: 'The bytes are a published document', holds: false }] };
  }
  const { document, canonical, content } = found;
  const { hash, signature } = document;
  const checks = [
    {
      what: 'Every byte is in the canonical form (RFC 8785)',
      holds: canonical === text,
    },
    { what: 'The hash is that of the content (SHA-256)', holds: hashOfCanonical(content) === hash },
    {
      what: 'The name of the key is its thumbprint (RFC 7638)',
      holds: thumbprintOf(signature.publicKey) === signature.kid,
    },
    { what: 'The signature is that of the key (Ed25519)', holds: isSigned(content, signature) },
  ];
  return { document, checks };
}

/**
 * Checks the key of a document against those that a server publishes: that it is one of them, that it is its clinic's, and that it
 * signed while it was in use. Of a revoked key, which somebody else may have, only what the clinic published with it counts.
 * @param from Where the keys are published.
 */
export function checkKey(document: Sealed, keys: readonly PublishedKey[], from: string): Checked[] {
  const key = publishedKeyOf(document, keys);
  const checks = [{ what: `The key is one of those published at ${from}`, holds: key !== null }];
  if (key === null) return checks;
  const clinic = textIn(document.clinic, 'name');
  const approvedAt = textIn(document.approval, 'at');
  if (key.clinics) {
    const holds = clinic !== null && key.clinics.includes(clinic);
    checks.push({ what: 'The key is of the clinic that the document names', holds });
  }
  const holds = approvedAt !== null && wasInUse(key, approvedAt);
  checks.push({ what: 'The key was in use when the document was approved', holds });
  if (key.revokedAt) {
    const published = key.documents?.includes(document.hash) ?? false;
    checks.push({ what: 'The key was revoked; the document is one that the clinic published', holds: published });
  }
  return checks;
}

/**
 * The document in a text that was stored, checked each time, so that nobody reads what was changed in the database.
 * @param keys `x` of the keys of its clinic, where they are known.
 * @throws Problem 500 where it is not as it was signed.
 */
export function documentAsSigned(text: string, keys?: readonly string[]): PublishedDocument {
  const { document, checks } = checkSeal(Buffer.from(text));
  const isKnown = keys?.includes(document?.signature.publicKey.x ?? '') ?? true;
  if (document && isKnown && checks.every(({ holds }) => holds)) return document as PublishedDocument;
  throw notAsSigned();
}

export function notAsSigned(): Problem {
  return new Problem('not-as-signed', 'What is stored of this publication is not what was signed, so it is not shown.');
}

/** The key of the document among these. Compared as a whole: the name alone can be written by anybody. */
export function publishedKeyOf({ signature }: Sealed, keys: readonly PublishedKey[]): PublishedKey | null {
  const { kty, crv, x } = signature.publicKey;
  return keys.find((key) => key.kty === kty && key.crv === crv && key.x === x) ?? null;
}

/** A text that is no instant is in no time. */
function wasInUse({ retiredAt }: PublishedKey, instant: string): boolean {
  const at = Date.parse(instant);
  return retiredAt == null ? !Number.isNaN(at) : at <= Date.parse(retiredAt);
}

function textOf(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** With the canonical forms of all and of what is signed. Null also for what has none: numbers out of range, nesting without end. */
function documentOf(text: string): { document: Sealed; canonical: string; content: string } | null {
  try {
    const found = JSON.parse(text) as unknown;
    if (!isSealed(found)) return null;
    const content: Partial<Sealed> = { ...found };
    delete content.hash;
    delete content.signature;
    return { document: found, canonical: canonicalJson(found), content: canonicalJson(content) };
  } catch {
    return null;
  }
}

function isSealed(found: unknown): found is Sealed {
  if (!isObject(found) || found.format !== 'cudos-publication/1') return false;
  const { id, slug, hash, signature } = found;
  if (!isText(id, ID) || !isText(slug, SLUG) || !isText(hash, HASH)) return false;
  // The signature does not sign itself: whatever else is in it would be believed.
  if (!hasJust(signature, ['algorithm', 'kid', 'publicKey', 'value'])) return false;
  const { algorithm, kid, value, publicKey } = signature;
  if (algorithm !== 'Ed25519' || !isText(kid) || !isText(value)) return false;
  if (!hasJust(publicKey, ['crv', 'kty', 'x'])) return false;
  return publicKey.kty === 'OKP' && publicKey.crv === 'Ed25519' && isText(publicKey.x);
}

function hasJust(value: unknown, names: readonly string[]): value is Record<string, unknown> {
  return isObject(value) && Object.keys(value).sort().join() === names.join();
}

function isSigned(content: string, { publicKey, value }: Sealed['signature']): boolean {
  const signature = Buffer.from(value, 'base64url');
  // Several texts can encode the same bytes; only the one that was written counts.
  if (signature.toString('base64url') !== value) return false;
  try {
    const key = createPublicKey({ key: { ...publicKey }, format: 'jwk' });
    return verify(null, Buffer.from(content), key, signature);
  } catch {
    return false;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown, pattern = /^/): value is string {
  return typeof value === 'string' && pattern.test(value);
}

function textIn(value: unknown, name: string): string | null {
  const part = isObject(value) ? value[name] : null;
  return isText(part) ? part : null;
}
