import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Problem } from './problem.js';

/** What the client knows of the thing it writes: nothing is there yet, or the version it saw. */
export type Precondition = { kind: 'create' } | { kind: 'amend'; version: number };

/** Counts changes from 1; its ETag is `"1"`. @integer @minimum 1 @example 1 */
export type Version = number;

/** The strong ETag of a version, e.g. `"3"`. */
export function etagOf(version: number): string {
  return `"${version}"`;
}

/**
 * Reads If-Match and If-None-Match.
 * @throws Problem 428 without either, 400 for a form that names no version.
 */
export function preconditionOf(headers: Record<string, string | string[] | undefined>): Precondition {
  const match = headers['if-match'];
  const noneMatch = headers['if-none-match'];
  if (noneMatch === '*' && match === undefined) return { kind: 'create' };
  if (typeof match === 'string' && noneMatch === undefined) {
    const version = /^"([1-9]\d{0,8})"$/.exec(match.trim())?.[1];
    if (version !== undefined) return { kind: 'amend', version: Number(version) };
  }
  if (match === undefined && noneMatch === undefined) {
    throw new Problem(
      'precondition-missing',
      'Send If-None-Match: * to create, or If-Match with the ETag you last saw to change.',
    );
  }
  throw new Problem(
    'malformed',
    'If-None-Match must be * and If-Match one ETag such as "3", and only one of them may be sent.',
  );
}

/**
 * Does If-None-Match name this ETag? Compared weakly, as RFC 9110 asks: a proxy that compresses may have weakened it.
 */
export function matchesEtag(etag: string, ifNoneMatch: string | undefined): boolean {
  if (ifNoneMatch === undefined) return false;
  if (ifNoneMatch.trim() === '*') return true;
  const tags: readonly string[] = ifNoneMatch.match(/"[^"]*"/g) ?? [];
  return tags.includes(etag);
}

/** The version named by If-Match, for things that are created elsewhere. */
export function versionOf(headers: Record<string, string | string[] | undefined>): number {
  const precondition = preconditionOf(headers);
  if (precondition.kind === 'amend') return precondition.version;
  throw new Problem('malformed', 'Send If-Match with the ETag you last saw.');
}

/** The version that a change was made of, by the If-Match header. @throws Problem 428 without it, 400 for another form. */
export const IfMatch = createParamDecorator(
  (_data: unknown, context: ExecutionContext) => versionOf(headersOf(context)),
  [documented(ApiHeader({ name: 'If-Match', required: true, example: '"1"' }))],
);

/** Whether a thing is to be created or amended, by If-None-Match or If-Match. @throws Problem 428, 400 */
export const IfMatchOrNone = createParamDecorator(
  (_data: unknown, context: ExecutionContext) => preconditionOf(headersOf(context)),
  [
    documented(ApiHeader({ name: 'If-Match', required: false, example: '"1"', description: 'To amend' })),
    documented(ApiHeader({ name: 'If-None-Match', required: false, example: '*', description: 'To create' })),
  ],
);

/** The ETags that the client has, as it sent them. */
export const IfNoneMatch = createParamDecorator(
  (_data: unknown, context: ExecutionContext) => headersOf(context)['if-none-match'],
  [
    documented(
      ApiHeader({ name: 'If-None-Match', required: false, example: '"1"', description: 'Not to be sent it again' }),
    ),
  ],
);

function headersOf(context: ExecutionContext): FastifyRequest['headers'] {
  return context.switchToHttp().getRequest<FastifyRequest>().headers;
}

/** Documents the route of a parameter. */
function documented(decorator: MethodDecorator): ParameterDecorator {
  return (target, key) => {
    const descriptor = key === undefined ? undefined : Object.getOwnPropertyDescriptor(target, key);
    if (descriptor) decorator(target, key!, descriptor);
  };
}

/** 412 with what is there now, so that a person can compare. */
export function staleVersion(current: unknown): Problem {
  return new Problem(
    'stale-version',
    'Somebody changed this after you opened it. Nothing was saved; look at the current value and decide.',
    { current },
  );
}
