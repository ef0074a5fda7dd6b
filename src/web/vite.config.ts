import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { defineConfig, type Plugin, type Rolldown } from 'vite';
import { FIRST } from './first-asks.ts';

/** Parts that import none of the others. */
const APART = /\/(service-worker|ask-early|first-asks)\.ts$/;

/** Parts that `ask-early.ts` may ask for. */
const EARLY = new Set(FIRST.flatMap(({ parts }) => parts));

const service = 'http://localhost:3000';

/** `npx vite src/web` serves the pages of a service that runs on port 3000, rebuilt at each change. */
export default defineConfig({
  plugins: [askingEarly(), shellOfPages(), compressed()],
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    target: 'es2023',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    // Libraries mark parts for a server that renders; there is none.
    rolldownOptions: {
      checks: { moduleLevelDirective: false, pluginTimings: false },
      input: ['index.html', 'service-worker.ts', 'ask-early.ts'].map((name) =>
        fileURLToPath(new URL(name, import.meta.url)),
      ),
      output: {
        // The first load brings what the bar and Today need and nothing else; libraries apart, which a new version seldom changes. What
        // many other pages share comes in one piece, not in thirty small ones.
        codeSplitting: {
          groups: [
            { name: 'libraries', tags: ['$initial'], test: /node_modules/, priority: 2 },
            { name: 'first', tags: ['$initial'], test: (id) => !APART.test(id), priority: 1 },
            { name: 'shared', minShareCount: 6 },
          ],
        },
        entryFileNames: ({ name }) => (name === 'service-worker' ? '[name].js' : 'assets/[name]-[hash].js'),
      },
    },
  },
  server: { proxy: { '/v1': service, '/docs': service, '/openapi.json': service } },
});

/** Puts the part that asks early before all others, and before it the files of each part that it may ask for. */
function askingEarly(): Plugin {
  return {
    name: 'asking-early',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle = {} }) {
        const built = Object.values(bundle).find(({ name }) => name === 'ask-early');
        const src = built ? `/${built.fileName}` : '/ask-early.ts';
        return [
          {
            tag: 'meta',
            attrs: { name: 'parts', content: JSON.stringify(filesOfParts(bundle)) },
            injectTo: 'head-prepend',
          },
          { tag: 'script', attrs: { type: 'module', async: true, src }, injectTo: 'head-prepend' },
        ];
      },
    },
  };
}

/** Of each part that is loaded when it is needed, by the name of its module: its files, with those it imports, but for what every page has. */
function filesOfParts(bundle: Rolldown.OutputBundle): Record<string, string[]> {
  const chunks = Object.values(bundle).filter((part) => part.type === 'chunk');
  const byFile = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const withImports = (fileName: string, found = new Set<string>()): Set<string> => {
    if (!found.has(fileName)) {
      found.add(fileName);
      byFile.get(fileName)?.imports.forEach((imported) => withImports(imported, found));
    }
    return found;
  };
  const everywhere = new Set(
    chunks.filter(({ isEntry }) => isEntry).flatMap(({ fileName }) => [...withImports(fileName)]),
  );
  const filesOf = (fileName: string) => [
    `/${fileName}`,
    ...[...(byFile.get(fileName)?.viteMetadata?.importedCss ?? [])].map((css) => `/${css}`),
  ];
  return Object.fromEntries(
    chunks
      .filter(({ name, isDynamicEntry }) => isDynamicEntry && EARLY.has(name))
      .map(({ name, fileName }) => [
        name,
        [...withImports(fileName)].filter((file) => !everywhere.has(file)).flatMap(filesOf),
      ]),
  );
}

/** Tells the service worker which parts this build has: what a browser keeps of the pages. */
function shellOfPages(): Plugin {
  return {
    name: 'shell-of-pages',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const parts = Object.keys(bundle)
          .filter((fileName) => fileName.startsWith('assets/'))
          .map((fileName) => `/${fileName}`);
        const page = bundle['index.html'];
        const document = page?.type === 'asset' ? page.source : '';
        const version = createHash('sha256').update(parts.join()).update(document).digest('hex').slice(0, 12);
        const worker = bundle['service-worker.js'];
        if (worker?.type !== 'chunk') throw new Error('The service worker was not built.');
        worker.code = worker.code.replace('__SHELL__', JSON.stringify({ version, parts }));
      },
    },
  };
}

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
          if (!/^assets\/.*\.(js|css|svg)$/.test(fileName)) continue;
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
