import { sign, type KeyObject } from 'node:crypto';
import type { PublishedDocument } from '../domain/publication/published-document.js';
import { canonicalJson, hashOf } from './canonical.js';
import { publicKeyOf, thumbprintOf } from './public-key.js';

/** A document before it is signed. */
export type UnsealedDocument = Omit<PublishedDocument, 'hash' | 'signature'>;

/** Adds the hash of the document and the signature of its canonical bytes, both without these two parts. */
export function sealed(document: UnsealedDocument, privateKey: KeyObject): PublishedDocument {
  const publicKey = publicKeyOf(privateKey);
  const value = sign(null, Buffer.from(canonicalJson(document)), privateKey).toString('base64url');
  const signature = {
    algorithm: 'Ed25519' as const,
    kid: thumbprintOf(publicKey),
    publicKey,
    value,
  };
  return { ...document, hash: hashOf(document), signature };
}
