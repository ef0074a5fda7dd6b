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

const answers = new Map<string, { at: number; answer: Promise<Response> }>();

function ask(path: string): Promise<Response> {
  const answer = fetch(path);
  answers.set(new URL(path, location.origin).href, { at: Date.now(), answer });
  return answer;
}

async function askEarly(): Promise<void> {
  const session = await ask('/v1/session');
  if (!session.ok) return;
  const { staff, secondFactorMissing } = (await session.clone().json()) as Session;
  if (staff.role === 'marketing' || secondFactorMissing) return;
  // Who asks for one of them is told why there is no answer.
  const [, paths = []] = FIRST.find(([page]) => page.test(location.pathname + location.search)) ?? [];
  for (const path of paths) ask(path).catch(() => undefined);
}

// A session that was ended here without a connection is first ended with the service.
if (!WITHOUT_SESSION.includes(location.pathname) && !isEndOwed()) {
  Object.assign(globalThis, { earlyAnswers: answers });
  askEarly().catch(() => undefined);
}

function isEndOwed(): boolean {
  try {
    return localStorage.getItem('cudos end owed') !== null;
  } catch {
    return false;
  }
}
