import { generateSecret, generateURI, verify } from 'otplib';

/** Seconds that the clock of a telephone may be off. */
const TOLERANCE = 30;

/** A secret for an authenticator app, and the address that the app reads from a QR code. */
export function newTotpSecret(name: string): { secret: string; uri: string } {
  const secret = generateSecret();
  return { secret, uri: generateURI({ issuer: 'CUDOS outcomes', label: name, secret }) };
}

/** Is it six digits, as an app shows them? */
export function isTotpCode(code: string): boolean {
  return /^\d{6}$/.test(code);
}

/**
 * Is this the code that the app shows now (RFC 6238), and was it not used before?
 * @param after Time step of the last code that was used; null before the first.
 * @returns The time step of the code: half minutes since 1970. Null where the code is wrong or was used.
 */
export async function timeStepOf(code: string, secret: string, at: Date, after: number | null): Promise<number | null> {
  if (!isTotpCode(code)) return null;
  const epoch = Math.floor(at.getTime() / 1000);
  const result = await verify({
    secret,
    token: code,
    epoch,
    epochTolerance: TOLERANCE,
    ...(after === null ? {} : { afterTimeStep: after }),
  });
  return result.valid && 'timeStep' in result ? result.timeStep : null;
}
