import '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Environment } from '../../environment.js';

/** What a browser keeps while its person is at the identity provider. Strict: only a page of ours sends it, once it is back. */
export function readSsoCookie(request: FastifyRequest, environment: Environment): string | undefined {
  return request.cookies[nameOf(environment)];
}

/** @param maxAge Seconds for which the browser keeps it. */
export function setSsoCookie(reply: FastifyReply, environment: Environment, secret: string, maxAge: number): void {
  const { secureCookies: secure } = environment;
  void reply.setCookie(nameOf(environment), secret, { path: '/', httpOnly: true, sameSite: 'strict', secure, maxAge });
}

function nameOf({ secureCookies }: Environment): string {
  return secureCookies ? '__Host-cudos-sso' : 'cudos-sso';
}
