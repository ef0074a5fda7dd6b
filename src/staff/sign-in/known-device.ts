import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Staff } from '../people/staff.entity.js';

/** A browser in which a person has signed in: wrong passwords that others type hold up nobody there. */
export interface KnownDevice {
  id: string;
  cookie: string;
}

/** A device on which this person has signed in just now. */
export function newDevice(person: Pick<Staff, 'draftKey'>): KnownDevice {
  return deviceOf(person, randomBytes(16).toString('base64url'));
}

/** Did the person sign in on the device before? Only the service can have made what its cookie says. */
export function knownDevice(person: Pick<Staff, 'draftKey'> | null, cookie: string | undefined): KnownDevice | null {
  const [id] = cookie?.split('.') ?? [];
  if (!person || cookie === undefined || id === undefined) return null;
  const device = deviceOf(person, id);
  const [given, right] = [Buffer.from(cookie), Buffer.from(device.cookie)];
  return given.length === right.length && timingSafeEqual(given, right) ? device : null;
}

function deviceOf({ draftKey }: Pick<Staff, 'draftKey'>, id: string): KnownDevice {
  // A key of its own, as the browser of the person is given the other one.
  const key = createHmac('sha256', draftKey).update('known device').digest();
  return { id, cookie: `${id}.${createHmac('sha256', key).update(id).digest('base64url')}` };
}
