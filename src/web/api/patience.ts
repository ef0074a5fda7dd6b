import { earlyAnswerTo } from './early-answers';

const SECOND = 1000;
/** What is computed for a page may take a minute, and wait for its turn before. */
const READ = 120 * SECOND;
const WRITE = 60 * SECOND;
/** A file of many thousand rows is read while it is sent, and answered afterwards. */
const TAKES_LONG = /^\/v1\/imports/;

/** A request with this signal is given up after so many milliseconds, as if the connection were lost. */
export function patience(milliseconds: number): AbortSignal {
  const giveUp = new AbortController();
  setTimeout(() => giveUp.abort(timeOut()), milliseconds);
  return giveUp.signal;
}

/** Waits for an answer to begin, and not for ever: a connection may be there and carry nothing. @throws DOMException `TimeoutError`. */
export async function fetchInTime(request: Request): Promise<Response> {
  if (TAKES_LONG.test(new URL(request.url).pathname)) return fetch(request);
  const { signal } = request;
  const giveUp = new AbortController();
  const follow = () => giveUp.abort(signal.reason);
  if (signal.aborted) follow();
  signal.addEventListener('abort', follow);
  const timer = setTimeout(() => giveUp.abort(timeOut()), request.method === 'GET' ? READ : WRITE);
  try {
    return await (earlyAnswerTo(request) ?? fetch(request, { signal: giveUp.signal }));
  } finally {
    clearTimeout(timer);
  }
}

function timeOut(): DOMException {
  return new DOMException('Nothing answered in time.', 'TimeoutError');
}
