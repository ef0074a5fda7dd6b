import { createHash, randomBytes } from 'node:crypto';

/** A secret of 256 bits for a cookie or a link, and what is stored of it. */
export function newToken(): { token: string; hash: Buffer } {
  const token = randomBytes(32).toString('base64url');
  return { token, hash: hashOfSecret(token) };
}

/** SHA-256: enough for a secret that can't be guessed, and the same at every look-up. */
export function hashOfSecret(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
