import { api, bodyOf, type Schemas } from '../api/client';
import type { Session } from './session';

/** Does the browser make passkeys at this address? */
export function canUsePasskeys(): boolean {
  return typeof window.PublicKeyCredential === 'function';
}

/** Lets the person choose a passkey and sign in with it. @throws Error that says what to do. */
export async function signInWithPasskey(): Promise<Session> {
  const body = await signed(await bodyOf(api.POST('/v1/session/passkey/options')));
  return bodyOf(api.POST('/v1/session/passkey', { body }));
}

/** Lets the person who is signed in show a passkey again. @throws Error that says what to do. */
export async function showPasskey(): Promise<void> {
  const body = await signed(await bodyOf(api.POST('/v1/session/second-factor/passkey/options')));
  await bodyOf(api.POST('/v1/session/second-factor/passkey', { body }));
}

/** Has a passkey made on a device of the person. @throws Error that says what to do. */
export async function addPasskey(name: string): Promise<Schemas['NewPasskeyResponse']> {
  const optionsJSON = await bodyOf(api.POST('/v1/account/passkeys/options'));
  const { startRegistration } = await import('@simplewebauthn/browser');
  const { response } = await startRegistration({ optionsJSON }).catch(explain);
  const { clientDataJSON, attestationObject, transports } = response;
  return bodyOf(api.POST('/v1/account/passkeys', { body: { name, clientDataJSON, attestationObject, transports } }));
}

async function signed(optionsJSON: Schemas['PasskeyOptionsResponse']): Promise<Schemas['PasskeyRequest']> {
  const { startAuthentication } = await import('@simplewebauthn/browser');
  const { id, response } = await startAuthentication({ optionsJSON }).catch(explain);
  const { clientDataJSON, authenticatorData, signature, userHandle } = response;
  return { id, clientDataJSON, authenticatorData, signature, userHandle };
}

/** Browsers say little of why, so that no site learns who is there. */
function explain(error: unknown): never {
  const name = error instanceof Error ? error.name : '';
  if (name === 'InvalidStateError') throw new Error('This device holds a passkey of yours already.');
  throw new Error('No passkey was used: it was given up, took too long, or this device has none. Try again.');
}
