import { createHash, createHmac, randomBytes } from 'node:crypto';
import { hashOfSecret } from '../links/token.js';

/** All that one way to the identity provider and back needs, made of the secret that only the browser keeps. */
export interface AttemptSecrets {
  /** What the browser keeps, in a cookie. */
  secret: string;
  /** What is stored of it. */
  hash: Buffer;
  /** Comes back in the address, so that the answer of another browser is not taken (RFC 6749, 10.12). */
  state: string;
  /** Comes back in the ID token, so that one of another sign-in is not taken (OpenID Connect Core, 3.1.2.1). */
  nonce: string;
  /** Shows that who fetches the tokens also asked for them (PKCE, RFC 7636); sent to the provider alone. */
  verifier: string;
  /** SHA-256 of the verifier, which the address shows. */
  challenge: string;
}

export function newAttempt(): AttemptSecrets {
  return attemptOf(randomBytes(32).toString('base64url'));
}

/** The same again, when the browser is back. None of them shows another, so what the address shows is of no use alone. */
export function attemptOf(secret: string): AttemptSecrets {
  const made = (what: string) => createHmac('sha256', secret).update(what).digest('base64url');
  const verifier = made('verifier');
  const challenge = createHash('sha256').update(verifier).digest('base64url');
  return { secret, hash: hashOfSecret(secret), state: made('state'), nonce: made('nonce'), verifier, challenge };
}
