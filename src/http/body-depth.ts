import type { FastifyInstance } from 'fastify';
import { Problem } from './problem.js';

/** Levels of objects and lists in a body; the API's own bodies have two. */
const DEEPEST = 8;

/** Refuses bodies that are nested so deeply that checking them would use up the stack. */
export function refuseDeepBodies(server: FastifyInstance): void {
  server.addHook('preValidation', ({ body }, _reply, done) => {
    if (isDeeperThan(DEEPEST, body)) done(new Problem('malformed', 'The body is nested too deeply.'));
    else done();
  });
}

function isDeeperThan(levels: number, value: unknown): boolean {
  if (!isPlain(value)) return false;
  if (levels === 0) return true;
  return Object.values(value).some((part) => isDeeperThan(levels - 1, part));
}

/** A list or an object that came from JSON, and not a stream. */
function isPlain(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  return Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype;
}
