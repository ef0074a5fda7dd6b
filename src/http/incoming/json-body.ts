import type { FastifyInstance } from 'fastify';
import { Problem } from '../problem.js';

/** Reads JSON bodies as UTF-8 only: bytes of another encoding would become other letters, e.g. in a chart number. */
export function readJsonAsUtf8(server: FastifyInstance): void {
  const parse = server.getDefaultJsonParser('error', 'error');
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  server.removeContentTypeParser('application/json');
  server.addContentTypeParser<Buffer>('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    let text: string;
    try {
      text = utf8.decode(body);
    } catch {
      done(new Problem('malformed', 'The body is not UTF-8. Nothing was saved.'));
      return;
    }
    void parse(request, text, (error, value) => {
      done(error && new Problem('malformed', whyNotRead(text)), value);
    });
  });
}

function whyNotRead(text: string): string {
  if (text === '') return 'The body is empty. Send JSON, as the API document describes it. Nothing was saved.';
  try {
    JSON.parse(text);
  } catch {
    return 'The body is not JSON. Nothing was saved.';
  }
  return 'The body has a field "__proto__" or "constructor", which is not taken. Nothing was saved.';
}
