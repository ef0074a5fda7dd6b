import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';

declare module 'fastify' {
  interface FastifyContextConfig {
    savesNothing?: true;
  }
}

/** Says of a route whose method would save something that it does not: a sign-in, a check. */
export const SavesNothing = () => RouteConfig({ savesNothing: true });

/** What a refusal says, without what it says of saving where nothing was to be saved. */
export function detailFor(detail: string, request: FastifyRequest): string {
  if (!['GET', 'HEAD'].includes(request.method) && !request.routeOptions.config.savesNothing) return detail;
  return detail
    .replace('; nothing was saved.', '.')
    .replace(' What was sent may not have been saved; look, and try', ' Try')
    .replace(/ Nothing was saved(?:\.|; (\w))/, (_, next?: string) => (next ? ` ${next.toUpperCase()}` : ''));
}
