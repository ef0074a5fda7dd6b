import type { FastifyInstance } from 'fastify';
import helmet from 'helmet';
import type { Environment } from '../../environment.js';

const NOT_USED = (
  'accelerometer bluetooth browsing-topics camera display-capture gamepad geolocation gyroscope hid identity-credentials-get idle-detection ' +
  'local-fonts magnetometer microphone midi payment picture-in-picture screen-wake-lock serial storage-access usb web-share xr-spatial-tracking'
).split(' ');
/** No page uses a camera, a place or a device, so none can be made to. */
const NO_DEVICES = NOT_USED.map((feature) => `${feature}=()`).join(', ');

/**
 * Sends with every answer what browsers are to refuse. Not by Fastify's own plugin for helmet: it puts the headers together again for
 * each request.
 */
export function sendSecurityHeaders(server: FastifyInstance, environment: Environment): void {
  const secure = helmet({ contentSecurityPolicy: { directives: directives(environment) } });
  server.addHook('onRequest', ({ raw }, { raw: answer }, done) => {
    answer.setHeader('permissions-policy', NO_DEVICES);
    secure(raw, answer, (error) => done(error as Error | undefined));
  });
}

/** All is served from here. Without https at the address people type, a browser must not be told to ask for it. */
function directives({ secureCookies }: Environment): Record<string, string[] | null> {
  const own = { baseUri: ["'none'"], fontSrc: ["'self'", 'data:'], styleSrc: ["'self'", "'unsafe-inline'"] };
  return secureCookies ? own : { ...own, upgradeInsecureRequests: null };
}
