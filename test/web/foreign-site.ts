import { afterAll, afterEach, beforeAll, beforeEach } from '@jest/globals';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BrowserContext, Page } from 'playwright-core';
import { violations } from '../support/axe.js';
import { browserStage } from '../support/browser.js';
import { pictureShown } from '../support/in-page.js';
import { published, type PublishedSample } from '../published/published-rows.js';

/** What a policy lets in that allows no more than README asks for; null is a page without one, as most sites are. */
const POLICIES = {
  script: (url: string) =>
    `default-src 'self'; script-src 'self' ${url}; connect-src 'self' ${url}; img-src 'self' ${url}; ` +
    `style-src 'self'; require-trusted-types-for 'script'; frame-ancestors 'none'`,
  frame: (url: string) => `default-src 'self'; frame-src ${url}; script-src ${url}`,
  none: () => '',
};

/** The web site of a clinic on an origin of its own, which embeds published figures. */
export function foreignSite() {
  const stage = browserStage({ PUBLIC_REQUESTS_PER_MINUTE: '1000000' });
  let shown = { html: '', policy: '' };
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.setHeader('content-security-policy', shown.policy);
    response.end(shown.html);
  });

  const at = {
    stage,
    sample: {} as PublishedSample,
    context: {} as BrowserContext,
    page: {} as Page,
    faults: [] as string[],
    open,
    visit,
    visitPage,
    byScript: (slug: string, more = '') =>
      `<script src="${stage.app.url}/embed.js" data-publication="${slug}" ${more} async crossorigin></script>`,
    byFrame: (slug: string, more = '') =>
      `<iframe src="${stage.app.url}/embed/${slug}" title="Published figures" width="100%" ${more}></iframe>`,
    article: () => at.page.locator('article.publication'),
    shownChart: () => at.page.locator('article img:visible'),
    decoded: async () => (await at.shownChart().evaluate(pictureShown)).address,
    axe: () => violations(at.page),
  };

  beforeAll(async () => {
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    at.sample = await published(stage.app);
  });
  afterAll(() => void server.close());
  beforeEach(() => open());
  afterEach(() => at.context.close());

  async function open(how: { width?: number; colorScheme?: 'light' | 'dark' } = {}): Promise<void> {
    const { width = 1000, colorScheme = 'light' } = how;
    at.context = await stage.browser.newContext({ viewport: { width, height: 800 }, colorScheme });
    at.page = await at.context.newPage();
    at.faults = [];
    at.page.on('pageerror', (error) => at.faults.push(error.message));
    at.page.on('console', (line) => line.type() === 'error' && at.faults.push(line.text()));
  }

  /** A page of the site with this in its body, under a policy. */
  function visit(body: string, kind: keyof typeof POLICIES): Promise<void> {
    return visitPage(
      `<!doctype html><html lang="en"><head><title>Clinic</title></head>
      <body><main><h1>Our results</h1>${body}</main></body></html>`,
      kind,
    );
  }

  /** A page of the site, whole. */
  async function visitPage(html: string, kind: keyof typeof POLICIES = 'none'): Promise<void> {
    shown = { html, policy: POLICIES[kind](stage.app.url) };
    await at.page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  }

  return at;
}
