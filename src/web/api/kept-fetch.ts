import { keptAnswersOf, type KeptAnswer, type KeptAnswers } from '../device/kept-answers';
import { noteAnswered, noteCutOff } from './connection';
import type { components } from './schema';
import { withSaved, type SavedSince } from './saved-since';

type Recorded = components['schemas']['RecordedResponse'];

/** What Today, the table of scores and a form ask for: with these answers they open without a connection. */
const KEPT = /^\/v1\/(clinic|clinic\/clinicians|courses|courses\/[^/]+|safety-notices)$/;
const OF_COURSES = /^\/v1\/courses/;
const ONE_COURSE = /^\/v1\/courses\/([^/]+)$/;
const KEPT_AT = 'x-kept-at';
/** A connection that is there and carries nothing: after so long what is kept is shown. */
const PATIENCE = 10_000;

interface KeptBody {
  body: unknown;
  etag: string | null;
}

let keeper: KeptAnswers | null = null;

/** From here on answers are kept for this person. */
export function keepAnswersFor(staffId: string, draftKey: string): void {
  keeper = keptAnswersOf(staffId, draftKey);
}

/** Is this an answer of the service, and none that was kept? */
export function isOfService(response: Response): boolean {
  return !response.headers.has(KEPT_AT);
}

/** The service's answer, which is kept; where nothing answers, what was kept. */
export async function fetchOrKept(request: Request, ask: (request: Request) => Promise<Response>): Promise<Response> {
  const { pathname } = new URL(request.url);
  if (request.method !== 'GET' || !KEPT.test(pathname) || keeper === null) return noting(ask(request));
  const asked = noting(ask(request)).then((response) => {
    if (response.ok) void keep(request, response.clone()).catch(() => undefined);
    return response;
  });
  const inTime = await Promise.race([asked, late()]).catch(() => null);
  if (inTime !== null && inTime.status < 502) return inTime;
  if (request.signal.aborted) return asked;
  return (await kept(request, pathname).catch(() => null)) ?? asked;
}

/** Remembers an entry that the service has just taken: lists that were kept before it do not have it. */
export function keepSaved(courseId: string, recorded: Recorded): void {
  const saved: SavedSince = { courseId, recorded };
  void keeper?.keep('saved', `${courseId} ${recorded.slot}`, saved).catch(() => undefined);
}

async function noting(asked: Promise<Response>): Promise<Response> {
  try {
    const response = await asked;
    if (isOfSomethingBetween(response)) throw new TypeError('Something else than the service answered.');
    if (response.status < 502) noteAnswered();
    else noteCutOff();
    return response;
  } catch (error) {
    if (!(error instanceof DOMException && error.name === 'AbortError')) noteCutOff();
    throw error;
  }
}

/** A page of a network that wants a sign-in of its own, or of a proxy, in place of an answer: the service sends no pages here. */
function isOfSomethingBetween({ status, headers }: Response): boolean {
  return status < 502 && /^text\/html/i.test(headers.get('content-type') ?? '');
}

async function keep(request: Request, response: Response): Promise<void> {
  const kept: KeptBody = { body: await response.json(), etag: response.headers.get('etag') };
  await keeper?.keep('answer', request.url, kept);
}

async function kept(request: Request, pathname: string): Promise<Response | null> {
  if (keeper === null) return null;
  const own = await keeper.read<KeptBody>('answer', request.url);
  const found = newest([own, ...(await ofLists(keeper, pathname))]);
  if (found === null) return null;
  const { body, etag } = found.value;
  const saved = (await keeper.all<SavedSince>('saved')).map(({ value }) => value);
  const shown = OF_COURSES.test(pathname) ? withSaved(body, saved) : body;
  noteCutOff(found.at);
  const headers = { 'content-type': 'application/json', [KEPT_AT]: String(found.at), ...(etag !== null && { etag }) };
  return new Response(JSON.stringify(shown), { headers });
}

/** A course, of the lists that hold it: its form opens also where it was never asked for alone. */
async function ofLists(answers: KeptAnswers, pathname: string): Promise<KeptAnswer<KeptBody>[]> {
  const id = ONE_COURSE.exec(pathname)?.[1];
  if (id === undefined) return [];
  const all = await answers.all<KeptBody>('answer');
  return all.flatMap(({ value, at }) => {
    const { items = [] } = value.body as { items?: { id?: string }[] };
    const body = items.find((one) => one.id === id);
    return body ? [{ value: { body, etag: null }, at }] : [];
  });
}

function newest<T>(kept: readonly (KeptAnswer<T> | null)[]): KeptAnswer<T> | null {
  return kept.reduce((latest, one) => (one && one.at > (latest?.at ?? 0) ? one : latest), null);
}

function late(): Promise<null> {
  return new Promise((resolve) => setTimeout(() => resolve(null), PATIENCE));
}
