import { defineConfig } from 'vite';

const service = 'http://localhost:3000';

/** `npx vite src/web` serves the pages of a service that runs on port 3000, built anew at each change. */
export default defineConfig({
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    target: 'es2023',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    // Libraries mark parts for a server that renders; there is none.
    rolldownOptions: { checks: { moduleLevelDirective: false, pluginTimings: false } },
  },
  server: { proxy: { '/v1': service, '/docs': service, '/openapi.json': service } },
});
