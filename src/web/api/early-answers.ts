/** An answer that was asked for while the page was on its way. @see ../ask-early.ts */
interface Early {
  /** When it was asked for, in milliseconds. */
  at: number;
  answer: Promise<Response>;
}

declare global {
  var earlyAnswers: Map<string, Early> | undefined;
}

/** What was asked for longer ago is asked for again. */
const LONGEST = 10_000;

/** The answer to a request that was asked for early, given out once; null where there is none. A write makes all of them old. */
export function earlyAnswerTo({ method, url }: Request): Promise<Response> | null {
  if (method !== 'GET') letGo();
  const early = globalThis.earlyAnswers?.get(url);
  if (early === undefined) return null;
  globalThis.earlyAnswers?.delete(url);
  return Date.now() - early.at < LONGEST ? early.answer : null;
}

/** A request whose answer nobody reads would stay open. */
function letGo(): void {
  for (const { answer } of globalThis.earlyAnswers?.values() ?? []) {
    answer.then(({ body }) => body?.cancel()).catch(() => undefined);
  }
  globalThis.earlyAnswers?.clear();
}
