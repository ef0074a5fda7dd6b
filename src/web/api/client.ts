import createClient from 'openapi-fetch';
import { noteCutOff } from './connection';
import type { components, paths } from './schema';
import { fetchOrKept, isOfService } from './kept-fetch';
import { fetchInTime } from './patience';
import { ApiProblem, Unreachable, type Problem } from './problem';

export type Schemas = components['schemas'];

/** What the service answered: the body, and the version to send back as `If-Match` where it has one. */
export interface Answer<T> {
  data: T;
  etag: string | null;
  status: number;
}

interface Sent<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

const listeners = new Set<(response: Response) => void>();

/** Called at every answer of the service: a session ends so long after the last one. */
export function onAnswer(listener: (response: Response) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

let askForCode: () => Promise<boolean> = () => Promise.resolve(false);

/** Called where the service wants a code of the second factor first. @param ask Answers whether one was typed that is right. */
export function onCodeNeeded(ask: () => Promise<boolean>): () => void {
  askForCode = ask;
  return () => {
    askForCode = () => Promise.resolve(false);
  };
}

/** Sends a request again once the person has typed the code that the service wants for it. */
async function fetchWithCode(request: Request): Promise<Response> {
  // A file is not kept twice; none is sent to where a code is wanted.
  const again = /json/.test(request.headers.get('content-type') ?? 'json') ? request.clone() : null;
  const response = await fetchInTime(request);
  if (response.status !== 403 || again === null) return response;
  const { type } = (await response
    .clone()
    .json()
    .catch(() => ({}))) as { type?: string };
  if (type === '/problems/second-factor-required') for (const listener of closedListeners) listener();
  return type === '/problems/code-needed-again' && (await askForCode()) ? fetchInTime(again) : response;
}

const closedListeners = new Set<() => void>();

/** Called where the clinic has begun to require a second factor that the person does not have. */
export function onSecondFactorRequired(listener: () => void): () => void {
  closedListeners.add(listener);
  return () => closedListeners.delete(listener);
}

/** The service's routes, typed by the API document. */
export const api = createClient<paths>({
  baseUrl: window.location.origin,
  fetch: (request) => fetchOrKept(request, fetchWithCode),
});

api.use({
  onResponse({ response }) {
    if (isOfService(response)) for (const listener of listeners) listener(response);
  },
  onError({ error }) {
    // A request that was given up on purpose is no lost connection.
    if (error instanceof DOMException && error.name === 'AbortError') return error;
    return new Unreachable();
  },
});

/**
 * Waits for an answer.
 * @throws ApiProblem where the service refused, Unreachable where there was no answer.
 */
export async function answerTo<T>(sent: Promise<Sent<T>>): Promise<Answer<T>> {
  const { data, response } = await accepted(sent);
  return { data: data as T, etag: response.headers.get('etag'), status: response.status };
}

/** Waits for the body of an answer. @throws as `answerTo`. */
export async function bodyOf<T>(sent: Promise<Sent<T>>): Promise<T> {
  return (await answerTo(sent)).data;
}

/** A file of the service and the name the service gives it; null where it gives none. @throws as `answerTo`. */
export async function fileAt(address: string): Promise<{ file: Blob; name: string | null }> {
  const sent = api.request('get', address as '/v1/clinic', { parseAs: 'blob' });
  const { data, response } = await accepted<unknown>(sent).catch((error: unknown) => {
    // The connection was lost after the answer had begun.
    if (error instanceof TypeError) throw new Unreachable();
    throw error;
  });
  const disposition = response.headers.get('content-disposition') ?? '';
  return { file: data as Blob, name: /filename="([^"]+)"/.exec(disposition)?.[1] ?? null };
}

async function accepted<T>(sent: Promise<Sent<T>>): Promise<Sent<T>> {
  const answer = await sent.catch(orUnreachable);
  const { error, response } = answer;
  if (response.ok) return answer;
  throw new ApiProblem(response.status, problemOf(error, response), retryAfter(response));
}

/** An answer that began and did not come to its end, or is none that the service would give, is as good as none. */
function orUnreachable(error: unknown): never {
  const isCut = error instanceof TypeError || error instanceof SyntaxError || isTimeOut(error);
  if (!isCut) throw error;
  noteCutOff();
  throw new Unreachable();
}

function isTimeOut(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'TimeoutError';
}

/** Seconds; a date, which the header may be too, is not read. */
function retryAfter({ headers }: Response): number | null {
  const seconds = Number(headers.get('retry-after') ?? NaN);
  return Number.isFinite(seconds) ? seconds : null;
}

function problemOf(error: unknown, response: Response): Problem {
  if (typeof error === 'object' && error !== null && 'detail' in error) return error as Problem;
  return {
    type: 'about:blank',
    title: 'No answer that can be read',
    status: response.status,
    detail: `Something between this page and the service answered with ${response.status}. Try again in a moment.`,
    requestId: response.headers.get('x-request-id') ?? '',
  };
}
