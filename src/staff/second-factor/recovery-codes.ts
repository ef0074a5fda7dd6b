import { randomBytes } from 'node:crypto';
import { hashOfSecret } from '../links/token.js';
import type { SecondFactor } from './second-factor.entity.js';

/** Digits and small letters without those that are taken for one another: i, l, o and u. */
const SIGNS = '0123456789abcdefghjkmnpqrstvwxyz';
const LENGTH = 16;
const COUNT = 10;

/** Ten codes of 80 random bits each, as a person copies them, such as `7k2m-p9qd-x4tz-0abc`, and what is stored of them. */
export function newRecoveryCodes(): { codes: string[]; hashes: Buffer[] } {
  const codes = Array.from({ length: COUNT }, () => [...randomBytes(LENGTH)].map((byte) => SIGNS[byte % 32]).join(''));
  return { codes: codes.map((code) => (code.match(/.{4}/g) ?? []).join('-')), hashes: codes.map(hashOfSecret) };
}

/** May this person type a code: of an app in use, or a recovery code of who has passkeys alone? */
export function takesCodes(factor: Pick<SecondFactor, 'confirmedAt' | 'recoveryCodes'> | null): factor is SecondFactor {
  return factor !== null && (factor.confirmedAt !== null || factor.recoveryCodes.length > 0);
}

/** The hashes that are left when a code is used; null where it is none of them. @param typed Without blanks and hyphens. */
export function withoutRecoveryCode(hashes: readonly Buffer[], typed: string): Buffer[] | null {
  const used = hashOfSecret(typed.toLowerCase());
  const left = hashes.filter((hash) => !hash.equals(used));
  return left.length < hashes.length ? left : null;
}
