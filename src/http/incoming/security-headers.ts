import type { FastifyInstance } from 'fastify';

const NOT_USED = (
  'accelerometer bluetooth browsing-topics camera display-capture gamepad geolocation gyroscope hid identity-credentials-get idle-detection ' +
  'local-fonts magnetometer microphone midi payment picture-in-picture screen-wake-lock serial storage-access usb web-share xr-spatial-tracking'
).split(' ');

/** No page uses a camera, a place or a device, so none can be made to. */
export function denyDevices(server: FastifyInstance): void {
  const policy = NOT_USED.map((feature) => `${feature}=()`).join(', ');
  server.addHook('onRequest', (_request, reply, done) => {
    reply.raw.setHeader('permissions-policy', policy);
    done();
  });
}
