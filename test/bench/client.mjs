import { Agent, request } from 'node:http';

const PATIENCE_IN_MS = 60_000;

/** Talks to a service over connections that are kept open, up to so many at once. */
export function client(url, { sockets = 1, headers: always = {} } = {}) {
  const agent = new Agent({ keepAlive: true, maxSockets: sockets });

  /** @param onData Takes the answer piece by piece as it comes, instead of `text`. */
  function send(method, path, { body, headers = {}, onData } = {}) {
    const text = typeof body === 'object' ? JSON.stringify(body) : body;
    const type = typeof body === 'object' ? { 'content-type': 'application/json' } : {};
    const length = text === undefined ? {} : { 'content-length': Buffer.byteLength(text) };
    return new Promise((done, failed) => {
      const options = { method, agent, timeout: PATIENCE_IN_MS };
      const sent = request(new URL(path, url), {
        ...options,
        headers: { ...always, ...type, ...length, ...headers },
      });
      sent.on('error', failed);
      sent.on('timeout', () => sent.destroy(new Error(`${method} ${path}: no answer in time`)));
      sent.on('response', (answer) => {
        const parts = [];
        answer.setEncoding('utf8');
        answer.on('data', onData ?? ((part) => parts.push(part)));
        answer.on('error', failed);
        answer.on('end', () => {
          done({ status: answer.statusCode, headers: answer.headers, text: parts.join('') });
        });
      });
      sent.end(text);
    });
  }

  /** The body of an answer that must have this status. */
  async function json(method, path, { status = 200, ...how } = {}) {
    const answer = await send(method, path, how);
    if (answer.status === status) return JSON.parse(answer.text);
    throw new Error(`${method} ${path} was answered ${answer.status}: ${answer.text.slice(0, 500)}`);
  }

  return { send, json, close: () => agent.destroy() };
}
