import { readFileSync } from 'node:fs';

/** An identity provider that people sign in at (OpenID Connect), as it was set up for this service. */
export interface IdentityProviderSettings {
  /** Its issuer identifier, exactly as the provider writes it. */
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** How people call it: "Sign in with ...", 1-40 characters. */
  name: string;
  /** Milliseconds that a request to it may take. */
  timeout: number;
}

const NAMES = ['OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'OIDC_CLIENT_SECRET_FILE', 'OIDC_NAME', 'OIDC_TIMEOUT_SECONDS'];
const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/**
 * The identity provider of the settings; null where none is named.
 * @param publicUrl Where the provider sends browsers back to.
 * @param faults Told of everything that is wrong, a sentence each; a secret is never repeated.
 */
export function identityProviderIn(
  source: Record<string, string | undefined>,
  publicUrl: string | null,
  faults: string[],
): IdentityProviderSettings | null {
  const text = (name: string) => source[name]?.trim() ?? '';
  const issuer = text('OIDC_ISSUER');
  if (issuer === '') {
    const alone = NAMES.filter((name) => text(name) !== '');
    if (alone.length > 0) faults.push(`${alone.join(', ')}: set OIDC_ISSUER too, or none of them.`);
    return null;
  }
  const clientId = text('OIDC_CLIENT_ID');
  const name = text('OIDC_NAME') || 'single sign-on';
  const seconds = text('OIDC_TIMEOUT_SECONDS') || '5';
  if (publicUrl === null) faults.push('OIDC_ISSUER needs PUBLIC_URL, to which the provider sends people back.');
  if (!isIssuer(issuer)) {
    faults.push(`OIDC_ISSUER must look like https://login.example.org, without ? and #, not "${issuer}".`);
  }
  if (clientId === '') faults.push('OIDC_ISSUER needs OIDC_CLIENT_ID, which the provider gave to this service.');
  if (name.length > 40) faults.push('OIDC_NAME has at most 40 characters.');
  if (!/^\d{1,2}$/.test(seconds) || Number(seconds) < 1 || Number(seconds) > 60) {
    faults.push(`OIDC_TIMEOUT_SECONDS must be a whole number from 1 to 60, not "${seconds}".`);
  }
  const clientSecret = secretIn(text('OIDC_CLIENT_SECRET'), text('OIDC_CLIENT_SECRET_FILE'), faults);
  return { issuer, clientId, clientSecret, name, timeout: Number(seconds) * 1000 };
}

/** With https, so that nobody between can sign in as somebody else; on this machine nobody is between. */
function isIssuer(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, search, hash, username } = new URL(text);
  const isSafe = protocol === 'https:' || (protocol === 'http:' && LOOPBACK.test(hostname));
  return isSafe && search === '' && hash === '' && username === '';
}

function secretIn(given: string, file: string, faults: string[]): string {
  if ((given === '') === (file === '')) {
    faults.push(
      'OIDC_ISSUER needs the secret of the client: OIDC_CLIENT_SECRET, or a file of it as OIDC_CLIENT_SECRET_FILE.',
    );
    return '';
  }
  if (given !== '') return given;
  try {
    const secret = readFileSync(file, 'utf8').trim();
    if (secret === '') faults.push(`OIDC_CLIENT_SECRET_FILE is empty: ${file}`);
    return secret;
  } catch {
    faults.push(`OIDC_CLIENT_SECRET_FILE can’t be read: ${file}`);
    return '';
  }
}
