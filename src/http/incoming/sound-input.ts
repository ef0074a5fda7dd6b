import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Problem, rulesBroken, type FieldFault } from '../problem.js';

/** Levels of objects and lists in a body; the API's own bodies have two. */
const DEEPEST = 8;

/**
 * Refuses, before anything looks at it, what no route could take: a body that is nested so deeply that checking it would use
 * up the stack, and texts that are no Unicode (half of a surrogate pair) or hold a NUL, which PostgreSQL can't keep.
 */
export function refuseUnsoundInput(server: FastifyInstance): void {
  server.addHook('preValidation', (request, _reply, done) => done(faultOf(request) ?? undefined));
}

function faultOf({ body, query, params }: FastifyRequest): Problem | null {
  if (isDeeperThan(DEEPEST, body)) return new Problem('malformed', 'The body is nested too deeply.');
  if (Object.values(params as object).some((part) => !isText(String(part)))) {
    return new Problem('not-found', 'There is nothing at this address.');
  }
  const faults = [...unsoundTexts({ ...(query as object) }), ...unsoundTexts(body)];
  return faults.length > 0 ? rulesBroken(faults) : null;
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

function unsoundTexts(value: unknown, pointer = ''): FieldFault[] {
  if (typeof value === 'string') return isText(value) ? [] : [unsound(pointer)];
  if (!isPlain(value)) return [];
  return Object.entries(value).flatMap(([name, part]) =>
    isText(name) ? unsoundTexts(part, `${pointer}/${name}`) : [unsound(pointer)],
  );
}

function isText(value: string): boolean {
  return !/[\0\p{Cs}]/u.test(value);
}

function unsound(pointer: string): FieldFault {
  const message = 'Part of this text is no character: a NUL, or half of a pair of surrogates. Type it again.';
  return { pointer, rule: 'no-text', message };
}
