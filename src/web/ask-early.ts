/*
 * A part of its own, which imports nothing: it asks for what the page is going to ask for first while the other parts are still on their
 * way. `api/early-answers.ts` gives the answers out.
 */

const UNDER_WAY = '/v1/courses?status=active&limit=200';
const CLINIC = '/v1/clinic';

/** What a page asks for as soon as somebody is signed in. Where it asks for something else this costs a request, and nothing more. */
const FIRST: readonly [page: RegExp, paths: readonly string[]][] = [
  [
    /^\/(\?|$)/,
    [
      UNDER_WAY,
      '/v1/courses?afterSeriesDue=true&limit=200',
      '/v1/safety-notices?limit=200',
      '/v1/courses?status=lost&limit=20',
      '/v1/courses?status=concluded&gaps=true&limit=20',
      CLINIC,
    ],
  ],
  [/^\/scores(\?|$)/, [UNDER_WAY, '/v1/courses?status=completed&limit=50', CLINIC]],
  [/^\/patients$/, [UNDER_WAY]],
];
/** One-time links open without a session. */
const WITHOUT_SESSION = ['/setup', '/invitation', '/password-reset', '/single-sign-on'];

/** What of a session decides what is asked for. */
interface Session {
  staff: { role: string };
  secondFactorMissing: boolean;
}

/** What the page has not taken after so long is let go. */
const LONGEST = 10_000;

const answers = new Map<string, { at: number; answer: Promise<Response> }>();

/** Asks once something else is known, and not at all where that fails. The page finds the answer that is to come from now on. */
function ask(path: string, after: Promise<void>): Promise<Response> {
  const url = new URL(path, location.origin).href;
  const answer = after.then(() => fetch(path));
  answers.set(url, { at: Date.now(), answer });
  after.catch(() => answers.delete(url));
  const letGo = async () => {
    if (answers.delete(url)) await (await answer).body?.cancel();
  };
  setTimeout(() => void letGo().catch(() => undefined), LONGEST);
  // Who takes it is told why there is none.
  answer.catch(() => undefined);
  return answer;
}

/** @throws where nobody is signed in, or somebody who sees no patients. */
async function mustCare(session: Promise<Response>): Promise<void> {
  const answer = await session;
  const { staff, secondFactorMissing } = (await answer.clone().json()) as Partial<Session>;
  if (staff === undefined || staff.role === 'marketing' || secondFactorMissing) throw new Error('No patients.');
}

// A session that was ended here without a connection is first ended with the service.
if (!WITHOUT_SESSION.includes(location.pathname) && !isEndOwed()) {
  Object.assign(globalThis, { earlyAnswers: answers });
  const care = mustCare(ask('/v1/session', Promise.resolve()));
  care.catch(() => undefined);
  const [, paths = []] = FIRST.find(([page]) => page.test(location.pathname + location.search)) ?? [];
  for (const path of paths) void ask(path, care);
}

function isEndOwed(): boolean {
  try {
    return localStorage.getItem('cudos end owed') !== null;
  } catch {
    return false;
  }
}
