import { Injectable } from '@nestjs/common';
import type { Configuration, IDToken, UserInfoResponse } from 'openid-client';
import { Clock } from '../../clock.js';
import { Environment } from '../../environment.js';
import type { IdentityProviderSettings } from '../../identity-provider-settings.js';
import { Problem } from '../../http/problem.js';
import type { AttemptSecrets } from './attempt-secrets.js';
import { explainAnswer, explainSilence } from './provider-fault.js';

/** Where the provider sends browsers back to, under `PUBLIC_URL`. */
const RETURN_PATH = '/single-sign-on';
/** Milliseconds for which it is believed where the provider has its pages. */
const KNOWN_FOR = 60 * 60_000;

/** Who somebody is, as the provider says: the issuer and its name for the person, which never changes. */
export interface ProvenIdentity {
  issuer: string;
  subject: string;
  /** The person's e-mail address in small letters; null unless the provider says itself that it has checked it. */
  verifiedEmail: () => Promise<string | null>;
}

/** Loaded with the first person who signs in so. */
const openId = () => import('openid-client');

/** Talks to the identity provider. What it is said there, tokens among it, is kept nowhere. */
@Injectable()
export class IdentityProviderService {
  private known: { from: number; configuration: Promise<Configuration> } | null = null;

  constructor(
    private readonly environment: Environment,
    private readonly clock: Clock,
  ) {}

  /** How people call it; null where none is set up. */
  get name(): string | null {
    return this.environment.identityProvider?.name ?? null;
  }

  /** Where a browser goes to have its person signed in. @throws Problem 409 without a provider, 503 while it is silent. */
  async addressFor({ state, nonce, challenge }: AttemptSecrets): Promise<string> {
    const configuration = await this.discovered();
    const { buildAuthorizationUrl } = await openId();
    const address = buildAuthorizationUrl(configuration, {
      redirect_uri: this.returnAddress().href,
      scope: 'openid email',
      code_challenge: challenge,
      code_challenge_method: 'S256',
      state,
      nonce,
    });
    return address.href;
  }

  /**
   * Exchanges what the browser brought back for who its person is.
   * @param search What follows the ? of the address to which the provider sent it.
   * @throws Problem 401 for anything that is no answer to this very attempt, 503 while the provider is silent.
   */
  async identityOf(search: string, { state, nonce, verifier }: AttemptSecrets): Promise<ProvenIdentity> {
    const { name, issuer: expected } = this.settings();
    const configuration = await this.discovered();
    const { authorizationCodeGrant, fetchUserInfo } = await openId();
    const address = this.returnAddress();
    address.search = search;
    const checks = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true };
    const tokens = await authorizationCodeGrant(configuration, address, checks).catch(explainAnswer(name));
    const claims = tokens.claims();
    if (claims === undefined) throw new Error(`No ID token of ${expected}.`);
    const { iss: issuer, sub: subject } = claims;
    const verifiedEmail = async () => {
      // Address and whether it was checked come from one place, never the one from here and the other from there.
      if (claims.email !== undefined && claims.email_verified !== undefined) return checkedAddress(claims);
      if (configuration.serverMetadata().userinfo_endpoint === undefined) return null;
      const asked = fetchUserInfo(configuration, tokens.access_token, subject);
      return checkedAddress(await asked.catch(explainAnswer(name)));
    };
    return { issuer, subject, verifiedEmail };
  }

  /** Where the provider has its pages and keys: asked when first needed, once for all who wait, and again after an hour. */
  private async discovered(): Promise<Configuration> {
    const settings = this.settings();
    const at = this.clock.now().getTime();
    if (this.known && Math.abs(at - this.known.from) < KNOWN_FOR) return this.known.configuration;
    const asked = { from: at, configuration: discover(settings).catch(explainSilence(settings.name)) };
    this.known = asked;
    asked.configuration.catch(() => {
      if (this.known === asked) this.known = null;
    });
    return asked.configuration;
  }

  private settings(): IdentityProviderSettings {
    const { identityProvider } = this.environment;
    if (identityProvider) return identityProvider;
    throw new Problem('conflict', 'Nobody signs in elsewhere here: no identity provider is set up. Use your password.');
  }

  private returnAddress(): URL {
    return new URL(`${this.environment.publicUrl ?? ''}${RETURN_PATH}`);
  }
}

async function discover({ issuer, clientId, clientSecret, timeout }: IdentityProviderSettings): Promise<Configuration> {
  const { allowInsecureRequests, discovery, enableNonRepudiationChecks } = await openId();
  // Signatures are checked although the tokens come straight from the provider: a proxy between may be somebody else's.
  const execute = [enableNonRepudiationChecks];
  // Only on this machine, as the settings were checked.
  if (issuer.startsWith('http:')) execute.push(allowInsecureRequests);
  return discovery(new URL(issuer), clientId, clientSecret, undefined, { execute, timeout: timeout / 1000 });
}

/**
 * The address of claims that say it was checked. Only of ASCII: letters that others become when written small, such as the
 * sign of Kelvin, would make one address of two people.
 */
function checkedAddress({ email, email_verified: isChecked }: IDToken | UserInfoResponse): string | null {
  if (isChecked !== true || typeof email !== 'string' || email.length > 254) return null;
  return /^[\x21-\x7e]+$/.test(email) ? email.toLowerCase() : null;
}
