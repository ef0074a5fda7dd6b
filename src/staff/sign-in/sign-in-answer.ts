import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Environment } from '../../environment.js';
import { sourceOf } from '../../http/incoming/client-address.js';
import { readDeviceCookie, setDeviceCookie, setSessionCookie } from '../sessions/session-cookie.js';
import { readSsoCookie } from '../sso/sso-cookie.js';
import type { SignInOrigin } from './credential-check.service.js';
import type { StartedSession } from './session-start.service.js';
import type { SessionResponse } from './sign-in.dto.js';

/** Where a request to sign in comes from. */
export function signInOriginOf(request: FastifyRequest, environment: Environment): SignInOrigin {
  const userAgent = request.headers['user-agent'];
  const kept = { device: readDeviceCookie(request, environment), sso: readSsoCookie(request, environment) };
  return { userAgent, ...kept, source: sourceOf(request) };
}

/** Gives the browser its cookies; the answer is who signed in. */
export function sendSession(
  reply: FastifyReply,
  environment: Environment,
  { token, device, response }: StartedSession,
): SessionResponse {
  setSessionCookie(reply, environment, token);
  setDeviceCookie(reply, environment, device);
  return response;
}
