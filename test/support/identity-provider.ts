import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';

/** What the provider knows of an account. */
export interface Claims {
  email?: string;
  email_verified?: boolean;
}

const CLIENT = { client_id: 'cudos', client_secret: 'a secret of forty characters or so, made up' };

/** A real OpenID provider on loopback, at which whoever a test says is signed in without being asked. */
export class IdentityProvider {
  /** Who is signed in next. */
  person = 'account-1';
  readonly accounts = new Map<string, Claims>();
  /** What is done in place of an answer; null answers. */
  instead: ((request: IncomingMessage, response: ServerResponse) => void) | null = null;
  /** Every path that was asked for. */
  readonly asked: string[] = [];

  private constructor(
    private readonly server: Server,
    readonly issuer: string,
  ) {}

  /** Listens on a port of its own; answers once `serve` has said where browsers come from. */
  static async start(port = 0): Promise<IdentityProvider> {
    const server = createServer().listen(port, '127.0.0.1');
    await once(server, 'listening');
    const { port: taken } = server.address() as AddressInfo;
    return new IdentityProvider(server, `http://127.0.0.1:${taken}`);
  }

  /** The settings with which a service uses it. */
  get settings() {
    return {
      OIDC_ISSUER: this.issuer,
      OIDC_CLIENT_ID: CLIENT.client_id,
      OIDC_CLIENT_SECRET: CLIENT.client_secret,
      OIDC_NAME: 'Example ID',
      OIDC_TIMEOUT_SECONDS: '1',
    };
  }

  /** @param site Origin of the service. */
  serve(site: string): this {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const provider = new Provider(this.issuer, {
      clients: [{ ...CLIENT, redirect_uris: [`${site}/single-sign-on`] }],
      jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), alg: 'RS256', use: 'sig', kid: 'key-1' }] },
      cookies: { keys: ['of a test'] },
      pkce: { required: () => true },
      claims: { openid: ['sub'], email: ['email', 'email_verified'] },
      features: { devInteractions: { enabled: false } },
      interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
      findAccount: (_context, id) => ({
        accountId: id,
        claims: () => Promise.resolve({ sub: id, ...this.accounts.get(id) }),
      }),
      loadExistingGrant: async ({ oidc }) => {
        const grant = new oidc.provider.Grant({ clientId: CLIENT.client_id, accountId: oidc.session?.accountId ?? '' });
        grant.addOIDCScope('openid email');
        await grant.save();
        return grant;
      },
    });
    const answer = provider.callback();
    this.server.on('request', (request, response) => {
      this.asked.push(request.url ?? '');
      if (this.instead) return this.instead(request, response);
      if (!request.url?.startsWith('/interaction/')) return void answer(request, response);
      const login = { login: { accountId: this.person, remember: false } };
      void provider.interactionFinished(request, response, login, { mergeWithLastSubmission: false });
    });
    return this;
  }

  /** Goes where a browser is sent, as a browser. @returns What follows the ? of the address to which it is sent back. */
  async follow(address: string, site: string, person = this.person): Promise<string> {
    this.person = person;
    const cookies = new Map<string, string>();
    let at = new URL(address);
    while (at.origin !== new URL(site).origin) {
      const cookie = [...cookies].map((pair) => pair.join('=')).join('; ');
      const response = await fetch(at, { redirect: 'manual', headers: { cookie } });
      for (const set of response.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
        cookies.set(name, value);
      }
      const location = response.headers.get('location');
      if (location === null) throw new Error(`${response.status}: ${(await response.text()).slice(0, 500)}`);
      at = new URL(location, at);
    }
    return at.search.slice(1);
  }

  /** Gone, or there again at the same address. */
  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((done) => this.server.close(done));
  }

  async startAgain(): Promise<void> {
    this.server.listen(Number(new URL(this.issuer).port), '127.0.0.1');
    await once(this.server, 'listening');
  }
}
