import { applyDecorators, createParamDecorator, SetMetadata, type ExecutionContext } from '@nestjs/common';
import { ApiCookieAuth, ApiExtension, ApiSecurity } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { Reflector } from '@nestjs/core';
import { ProblemResponses } from '../../http/openapi.js';
import { Problem } from '../../http/problem.js';
import type { ApiScope } from '../tokens/scopes.js';
import { ROLES, type Actor, type Role } from './actor.js';

export const ACCESS = 'access';
/** Who may call a route: some roles, or anybody without signing in. */
export type Access = readonly Role[] | 'public';

/** A request after the guard has let it in. */
export type SignedInRequest = FastifyRequest & { actor?: Actor; session?: LiveSession };

/** A session that has not ended: what it is named by, and when it will end. */
export interface LiveSession {
  id: string;
  /** If nothing more is asked of it. */
  endsAt: Date;
  /** In any case. */
  latestEndsAt: Date;
  /** Seconds until then, by the service's own clock. */
  latestSeconds: number;
  /** Seconds without a request that end it. */
  idleSeconds: number;
  /** When the second factor was last shown; null where the person has none. */
  verifiedAt: Date | null;
  /** Whether nothing is open but setting up a second factor. */
  enrolling: boolean;
}

/** The roles that may call this route; documents the answers to a request without a session, and to every other role. */
export const Roles = (...roles: [Role, ...Role[]]) =>
  applyDecorators(
    SetMetadata(ACCESS, roles),
    ApiCookieAuth(),
    ApiExtension('x-roles', roles),
    ProblemResponses('not-signed-in', ...(roles.length < ROLES.length ? (['not-allowed'] as const) : [])),
  );

const TOKEN_SCOPE = 'token-scope';

/** A token with this scope opens the route too; without it no token does. */
export const TokenScope = (scope: ApiScope) =>
  applyDecorators(SetMetadata(TOKEN_SCOPE, scope), ApiSecurity('bearer', [scope]));

/** What a token needs for a route; undefined where none opens it. */
export function scopeOf(reflector: Reflector, route: ReturnType<ExecutionContext['getHandler']>): ApiScope | undefined {
  return reflector.get<ApiScope | undefined>(TOKEN_SCOPE, route);
}

/** Anybody may call this route, signed in or not. */
export const Public = () => SetMetadata(ACCESS, 'public');

const WHILE_ENROLLING = 'while-enrolling';
const FRESH_CODE = 'fresh-code';
/** Milliseconds for which a code of the second factor counts. */
const FRESH_FOR = 10 * 60_000;

/** Open also to a person of whom the clinic requires a second factor, before there is one. */
export const WhileEnrolling = () => SetMetadata(WHILE_ENROLLING, true);

/** A person with a second factor has to have shown it less than 10 minutes ago: typed a code, or used a passkey. */
export const FreshCode = () => applyDecorators(SetMetadata(FRESH_CODE, true), ProblemResponses('code-needed-again'));

/** Does the state of the second factor keep a session from a route? */
export function factorFault(
  reflector: Reflector,
  route: ReturnType<ExecutionContext['getHandler']>,
  { verifiedAt, enrolling }: Pick<LiveSession, 'verifiedAt' | 'enrolling'>,
  at: Date,
): Problem | null {
  if (enrolling && !reflector.get<boolean | undefined>(WHILE_ENROLLING, route)) {
    return new Problem(
      'second-factor-required',
      'Your clinic requires a second factor. Set it up first, under Account.',
    );
  }
  // Also one from the future, after a clock was set back.
  const isOld = verifiedAt !== null && Math.abs(at.getTime() - verifiedAt.getTime()) >= FRESH_FOR;
  if (!isOld || !reflector.get<boolean | undefined>(FRESH_CODE, route)) return null;
  return new Problem(
    'code-needed-again',
    'Show your second factor again: a code of your authenticator app, or a passkey. Nothing was done yet.',
  );
}

/** Who calls, in which clinic and request. */
export const CurrentActor = createParamDecorator((_data: unknown, context: ExecutionContext) => {
  const { actor } = context.switchToHttp().getRequest<SignedInRequest>();
  if (!actor) throw new Error('A public route has no actor.');
  return actor;
});

/** With which session. */
export const CurrentSession = createParamDecorator((_data: unknown, context: ExecutionContext) => {
  const { session } = context.switchToHttp().getRequest<SignedInRequest>();
  if (!session) throw new Error('A public route has no session.');
  return session;
});
