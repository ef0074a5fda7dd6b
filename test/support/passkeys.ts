import request from 'supertest';
import type { SignedIn } from './clinic.js';
import type { CreationOptions, PasskeyDevice, SignOptions } from './passkey-device.js';
import type { TestApp } from './test-app.js';

/** Adds a passkey on a device for a person. @returns Its id. */
export async function addPasskey(person: SignedIn, device: PasskeyDevice, name = 'Work laptop'): Promise<string> {
  const { host } = new URL(device.origin);
  const begun = await person.post('/v1/account/passkeys/options').set('Host', host).expect(200);
  const made = { name, ...device.create(begun.body as CreationOptions) };
  const added = await person.post('/v1/account/passkeys', made).set('Host', host).expect(201);
  return (added.body as { id: string }).id;
}

/** What the service asks a browser to make. */
export async function creationOptions(person: SignedIn): Promise<CreationOptions> {
  return (await person.post('/v1/account/passkeys/options').expect(200)).body as CreationOptions;
}

/** What the service asks a browser to sign, to show again who is there. */
export async function confirmationOptions(person: SignedIn): Promise<SignOptions> {
  return (await person.post('/v1/session/second-factor/passkey/options').expect(200)).body as SignOptions;
}

/** What the service asks a browser to sign at sign-in. */
export async function signInOptions(app: TestApp): Promise<SignOptions> {
  return (await request(app.url).post('/v1/session/passkey/options').send({}).expect(200)).body as SignOptions;
}

export function sendPasskey(app: TestApp, signed: ReturnType<PasskeyDevice['get']>) {
  return request(app.url).post('/v1/session/passkey').send(signed);
}
