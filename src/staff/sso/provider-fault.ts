import { Logger } from '@nestjs/common';
import { Problem } from '../../http/problem.js';

const logger = new Logger('single sign-on');

/** Seconds after which it is worth to try again. */
const RETRY_SECONDS = 10;
/** What the token endpoint says of a client that it does not know: a mistake of the settings, not of who signs in. */
const OF_SETTINGS = ['invalid_client', 'unauthorized_client', 'unsupported_grant_type', 'invalid_scope'];
/** Nothing in time, or a page of something between in place of what was asked for. */
const NO_ANSWERS = ['OAUTH_TIMEOUT', 'OAUTH_RESPONSE_IS_NOT_JSON', 'OAUTH_PARSE_ERROR'];

/** An error of the library or of the connection, as far as it is looked at. */
interface ProviderError {
  code?: unknown;
  error?: unknown;
  status?: unknown;
  message?: unknown;
  cause?: unknown;
}

/** Why it is not known where the provider has its pages: whatever it was, nobody can sign in there now. */
export function explainSilence(name: string) {
  return (error: unknown): never => {
    throw silent(name, error as ProviderError);
  };
}

/** Why an answer was not exchanged for a person: the provider is silent, or the answer is not one to this attempt. */
export function explainAnswer(name: string) {
  return (error: unknown): never => {
    const fault = error as ProviderError;
    const said = wordOf(fault.error);
    if (isSilence(fault) || OF_SETTINGS.includes(said ?? '')) throw silent(name, fault);
    note(fault);
    if (said === null || said === 'invalid_grant') throw notTaken(name);
    throw new Problem('sign-in-refused', `${name} did not sign you in (${said}). Nothing was done here. Try again.`);
  };
}

export function notTaken(name: string): Problem {
  const detail =
    `This answer of ${name} is not taken: it was asked for in another browser or more than 10 minutes ago, or was used ` +
    'before. Nothing was done. Begin again.';
  return new Problem('sign-in-refused', detail);
}

function isSilence({ code, status, message, cause }: ProviderError): boolean {
  const answered = status ?? (cause as ProviderError | undefined)?.status;
  if (typeof answered === 'number' && (answered >= 500 || answered === 429)) return true;
  return NO_ANSWERS.includes(String(code)) || message === 'fetch failed' || message === 'terminated';
}

function silent(name: string, fault: ProviderError): Problem {
  note(fault);
  const detail = `${name} does not answer as it should at the moment. Try again soon, or sign in with your password or a passkey.`;
  return new Problem('unavailable', detail, {}, { 'retry-after': String(RETRY_SECONDS) });
}

/** What went wrong, for who runs the service: names of errors alone, nothing that was sent or answered. */
function note({ code, error, message }: ProviderError): void {
  const words = [wordOf(code), wordOf(error), typeof message === 'string' ? message.slice(0, 200) : null];
  logger.warn(words.filter(Boolean).join(': '));
}

/** The name of an error; null for what does not look like one. */
function wordOf(text: unknown): string | null {
  return typeof text === 'string' && /^[a-z_]{1,60}$/i.test(text) ? text : null;
}
