import type { Actor } from '../sessions/actor.js';

type Person = Pick<Actor, 'clinicId' | 'staffId'>;

const HANDLE = /^[0-9a-f]{64}$/;

/**
 * What a device keeps of the person beside a passkey and shows at sign-in, so that the clinic is known before anything
 * is read of it: both ids, 32 bytes in base64url. Nobody has to believe it: the key that it leads to checks the signature.
 */
export function userHandleOf({ clinicId, staffId }: Person): string {
  return Buffer.from((clinicId + staffId).replaceAll('-', ''), 'hex').toString('base64url');
}

/** Whose a handle says that a passkey is; null where it is none of ours. */
export function personOfHandle(handle: string | undefined): Person | null {
  const hex = Buffer.from(handle ?? '', 'base64url').toString('hex');
  return HANDLE.test(hex) ? { clinicId: uuidOf(hex.slice(0, 32)), staffId: uuidOf(hex.slice(32)) } : null;
}

function uuidOf(hex: string): string {
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
