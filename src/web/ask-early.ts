/*
 * A part of its own, which imports none of the others: it asks for what the page is going to ask for first, and for the parts it is drawn with, while
 * those that draw every page are still on their way. `api/early-answers.ts` gives the answers out.
 */

import { FIRST } from './first-asks';

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
  const first = FIRST.find(({ page }) => page.test(location.pathname + location.search));
  for (const path of first?.answers ?? []) void ask(path, care);
  void care.then(() => first?.parts.forEach(load)).catch(() => undefined);
}

/** Has a part loaded with all that it imports. The build says in the document which files these are; `vite.config.ts` writes it. */
function load(part: string): void {
  const list = document.querySelector<HTMLMetaElement>('meta[name=parts]')?.content ?? '{}';
  const files = (JSON.parse(list) as Record<string, string[]>)[part] ?? [];
  for (const href of files) {
    const isStyle = href.endsWith('.css');
    document.head.append(
      Object.assign(
        document.createElement('link'),
        isStyle ? { rel: 'preload', as: 'style', crossOrigin: 'anonymous', href } : { rel: 'modulepreload', href },
      ),
    );
  }
}

function isEndOwed(): boolean {
  try {
    return localStorage.getItem('cudos end owed') !== null;
  } catch {
    return false;
  }
}
