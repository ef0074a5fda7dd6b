import type { FastifyInstance } from 'fastify';

/** Answers are of patients, so a browser that several people use must not keep them, unless an answer says so. */
export function keepAnswersOutOfCaches(server: FastifyInstance): void {
  server.addHook('onSend', (_request, reply, _payload, done) => {
    if (!reply.hasHeader('cache-control')) void reply.header('cache-control', 'no-store');
    done();
  });
}
