import { isIP } from 'node:net';
import type { Environment } from '../../environment.js';
import { Problem } from '../../http/problem.js';

/** The site that passkeys are made for: they sign for no other. */
export interface RelyingParty {
  /** Name of the host. */
  id: string;
  /** Scheme, host and port, as a browser says them. */
  origin: string;
}

/**
 * The site by `PUBLIC_URL`; without it only `localhost`, as the request names it.
 * @param host The header Host.
 * @throws Problem 409 where browsers would make no passkey for the address: one without a name, or without https.
 */
export function relyingPartyOf({ publicUrl }: Pick<Environment, 'publicUrl'>, host: string | undefined): RelyingParty {
  const address = publicUrl ?? `http://${host ?? ''}`;
  if (!URL.canParse(address)) throw noSite();
  const { hostname, origin, protocol } = new URL(address);
  const isNamed = publicUrl !== null && protocol === 'https:' && isIP(hostname.replace(/^\[|\]$/g, '')) === 0;
  if (!isNamed && hostname !== 'localhost') throw noSite();
  return { id: hostname, origin };
}

function noSite(): Problem {
  return new Problem(
    'conflict',
    'Passkeys need an address with a name and https: ask who runs this service to set PUBLIC_URL to it. On the machine ' +
      'itself, http://localhost works too.',
  );
}
