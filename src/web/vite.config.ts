import { brotliCompressSync, gzipSync } from 'node:zlib';
import { defineConfig, type Plugin } from 'vite';

const service = 'http://localhost:3000';

/** `npx vite src/web` serves the pages of a service that runs on port 3000, rebuilt at each change. */
export default defineConfig({
  plugins: [compressed()],
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    target: 'es2023',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    // Libraries mark parts for a server that renders; there is none.
    rolldownOptions: {
      checks: { moduleLevelDirective: false, pluginTimings: false },
      // What many pages share comes in one piece, not in thirty small ones that are asked for one by one.
      output: { codeSplitting: { groups: [{ name: 'shared', minShareCount: 4 }] } },
    },
  },
  server: { proxy: { '/v1': service, '/docs': service, '/openapi.json': service } },
});

/** Puts beside each part of the pages its compressed forms, so that nothing is compressed while somebody waits. */
function compressed(): Plugin {
  return {
    name: 'compressed',
    // After Vite has put its own last words into the parts.
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        for (const [fileName, part] of Object.entries(bundle)) {
          if (!/\.(js|css|svg)$/.test(fileName)) continue;
          const source = part.type === 'chunk' ? part.code : part.source;
          this.emitFile({ type: 'asset', fileName: `${fileName}.gz`, source: gzipSync(source) });
          this.emitFile({
            type: 'asset',
            fileName: `${fileName}.br`,
            source: brotliCompressSync(source),
          });
        }
      },
    },
  };
}
