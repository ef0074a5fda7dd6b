import type { FastifyInstance } from 'fastify';
import { Problem } from '../problem.js';

/** Reads JSON bodies as UTF-8 only: bytes of another encoding would become other letters, e.g. in a chart number. */
export function readJsonAsUtf8(server: FastifyInstance): void {
  const parse = server.getDefaultJsonParser('error', 'error');
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  server.removeContentTypeParser('application/json');
  server.addContentTypeParser<Buffer>('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    try {
      void parse(request, utf8.decode(body), done);
    } catch {
      done(new Problem('malformed', 'The body is not UTF-8. Nothing was saved.'));
    }
  });
}
