import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import Fastify from 'fastify';
import { straight } from './straight.mjs';

/**
 * A server that does nothing but its statements: Fastify with one route, which records a score as the service does, without session, checks,
 * request id and log. In a process of its own, as the service is.
 */
export async function startBare(built, databaseUrl, clinic) {
  const child = fork(fileURLToPath(import.meta.url), [JSON.stringify({ built, databaseUrl, clinic })]);
  const [url] = await once(child, 'message');
  return {
    url,
    pid: child.pid,
    async stop() {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { built, databaseUrl, clinic } = JSON.parse(process.argv[2]);
  const { record } = await straight(built, databaseUrl, clinic);
  const server = Fastify();
  server.put('/v1/courses/:courseId/assessments/:slot', async ({ params, body }, reply) => {
    await record({ ...params, ...body });
    return reply.code(201).send({ ...params, ...body, version: 1 });
  });
  process.send(await server.listen({ host: '127.0.0.1', port: 0 }));
  process.once('disconnect', () => process.exit(0));
}
