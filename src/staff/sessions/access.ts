import { applyDecorators, createParamDecorator, SetMetadata, type ExecutionContext } from '@nestjs/common';
import { ApiCookieAuth } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { ProblemResponses } from '../../http/openapi.js';
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
}

/** The roles that may call this route; documents the answers to a request without a session, and to every other role. */
export const Roles = (...roles: [Role, ...Role[]]) =>
  applyDecorators(
    SetMetadata(ACCESS, roles),
    ApiCookieAuth(),
    ProblemResponses('not-signed-in', ...(roles.length < ROLES.length ? (['not-allowed'] as const) : [])),
  );

/** Anybody may call this route, signed in or not. */
export const Public = () => SetMetadata(ACCESS, 'public');

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
