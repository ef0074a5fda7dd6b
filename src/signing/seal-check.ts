import { createPublicKey, verify } from 'node:crypto';
import type { PublishedDocument } from '../domain/publication/published-document.js';
import { canonicalJson, hashOf } from './canonical.js';
import { thumbprintOf, type PublishedKey } from './public-key.js';

/** What was looked at in a published document, in words, and whether it held. */
export interface Checked {
  what: string;
  holds: boolean;
}

/** The parts of a seal, as far as the bytes have them at all. */
type Sealed = Pick<PublishedDocument, 'format' | 'id' | 'slug' | 'hash' | 'signature'>;

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
  const document = documentOf(text);
  if (document === null) {
    return { document, checks: [{ what: 'The bytes are a published document', holds: false }] };
  }
  const { hash, signature, ...content } = document;
  const checks = [
    {
      what: 'Every byte is in the canonical form (RFC 8785)',
      holds: canonicalJson(document) === text,
    },
    { what: 'The hash is that of the content (SHA-256)', holds: hashOf(content) === hash },
    {
      what: 'The name of the key is its thumbprint (RFC 7638)',
      holds: thumbprintOf(signature.publicKey) === signature.kid,
    },
    { what: 'The signature is that of the key (Ed25519)', holds: isSigned(content, signature) },
  ];
  return { document, checks };
}

/** The key of the document among these. Compared as a whole: the name alone can be written by anybody. */
export function publishedKeyOf({ signature }: Sealed, keys: readonly PublishedKey[]): PublishedKey | null {
  const { kty, crv, x } = signature.publicKey;
  return keys.find((key) => key.kty === kty && key.crv === crv && key.x === x) ?? null;
}

function textOf(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

function documentOf(text: string | null): Sealed | null {
  if (text === null) return null;
  try {
    const found = JSON.parse(text) as unknown;
    return isSealed(found) ? found : null;
  } catch {
    return null;
  }
}

function isSealed(found: unknown): found is Sealed {
  if (!isObject(found) || found.format !== 'cudos-publication/1') return false;
  const { id, slug, hash, signature } = found;
  if (![id, slug, hash].every(isText) || !isObject(signature)) return false;
  const { algorithm, kid, value, publicKey } = signature;
  if (algorithm !== 'Ed25519' || !isText(kid) || !isText(value) || !isObject(publicKey)) return false;
  return publicKey.kty === 'OKP' && publicKey.crv === 'Ed25519' && isText(publicKey.x);
}

function isSigned(content: object, { publicKey, value }: Sealed['signature']): boolean {
  const signature = Buffer.from(value, 'base64url');
  // Several texts can encode the same bytes; only the one that was written counts.
  if (signature.toString('base64url') !== value) return false;
  try {
    const key = createPublicKey({ key: { ...publicKey }, format: 'jwk' });
    return verify(null, Buffer.from(canonicalJson(content)), key, signature);
  } catch {
    return false;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}
