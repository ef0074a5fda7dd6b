import '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Environment } from '../../environment.js';

const HALF_A_YEAR = 180 * 24 * 60 * 60;

/** Under https the name binds the cookie to this host, so that no neighboring site can set it. */
export function sessionCookieName({ secureCookies }: Environment): string {
  return secureCookies ? '__Host-cudos-session' : 'cudos-session';
}

/** The session token that came with a request. */
export function readSessionCookie(request: FastifyRequest, environment: Environment): string | undefined {
  return request.cookies[sessionCookieName(environment)];
}

export function setSessionCookie(reply: FastifyReply, environment: Environment, token: string): void {
  void reply.setCookie(sessionCookieName(environment), token, attributesOf(environment));
}

/** A browser forgets a cookie only where the header has the same attributes. */
export function clearSessionCookie(reply: FastifyReply, environment: Environment): void {
  void reply.clearCookie(sessionCookieName(environment), attributesOf(environment));
}

/** That somebody has signed in on this device before. */
export function readDeviceCookie(request: FastifyRequest, environment: Environment): string | undefined {
  return request.cookies[deviceCookieName(environment)];
}

export function setDeviceCookie(reply: FastifyReply, environment: Environment, device: string): void {
  void reply.setCookie(deviceCookieName(environment), device, { ...attributesOf(environment), maxAge: HALF_A_YEAR });
}

function deviceCookieName({ secureCookies }: Environment): string {
  return secureCookies ? '__Host-cudos-device' : 'cudos-device';
}

function attributesOf({ secureCookies }: Environment) {
  return { path: '/', httpOnly: true, sameSite: 'strict', secure: secureCookies } as const;
}
