import '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Environment } from '../environment.js';

/** Under https the name binds the cookie to this host, so that no neighbouring site can set it. */
function nameOf({ secureCookies }: Environment): string {
  return secureCookies ? '__Host-cudos-session' : 'cudos-session';
}

/** The session token that came with a request. */
export function readSessionCookie(
  request: FastifyRequest,
  environment: Environment,
): string | undefined {
  return request.cookies[nameOf(environment)];
}

export function setSessionCookie(
  reply: FastifyReply,
  environment: Environment,
  token: string,
): void {
  void reply.setCookie(nameOf(environment), token, {
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    secure: environment.secureCookies,
  });
}

export function clearSessionCookie(reply: FastifyReply, environment: Environment): void {
  void reply.clearCookie(nameOf(environment), {
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    secure: environment.secureCookies,
  });
}
