import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import type { BrowserContext, Page } from 'playwright-core';
import request from 'supertest';
import { violations } from '../support/axe.js';
import { browserStage } from '../support/browser.js';
import { documentHeightOf, groundOf, heightOf, pictureShown, weightOf } from '../support/in-page.js';
import { signIn, testClinic } from '../support/clinic.js';
import { ended, published, type PublishedSample } from '../published/published-rows.js';

const stage = browserStage({ PUBLIC_REQUESTS_PER_MINUTE: '1000000' });

/** The web site of a clinic on an origin of its own, with a policy that lets in no more than README asks for. */
let site: Server;
let html = '';
let policy = '';
let sample: PublishedSample;
let context: BrowserContext;
let page: Page;
let faults: string[];

beforeAll(async () => {
  site = createServer(({ url }, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.setHeader('content-security-policy', policy);
    if (url === '/whole') return void response.end(html);
    response.end(`<!doctype html><html lang="en"><head><title>Clinic</title></head>
      <body><main><h1>Our results</h1>${html}</main></body></html>`);
  });
  await new Promise<void>((done) => site.listen(0, '127.0.0.1', done));
  sample = await published(stage.app);
});
afterAll(() => void site.close());

beforeEach(() => open());
afterEach(() => context.close());

async function open(how: { width?: number; colorScheme?: 'light' | 'dark' } = {}): Promise<void> {
  const { width = 1000, colorScheme = 'light' } = how;
  context = await stage.browser.newContext({ viewport: { width, height: 800 }, colorScheme });
  page = await context.newPage();
  faults = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (line) => line.type() === 'error' && faults.push(line.text()));
}

const byScript = (slug: string, more = '') =>
  `<script src="${stage.app.url}/embed.js" data-publication="${slug}" ${more} async crossorigin></script>`;
const byFrame = (slug: string, more = '') =>
  `<iframe src="${stage.app.url}/embed/${slug}" title="Published figures" width="100%" ${more}></iframe>`;
const POLICIES = {
  script: (url: string) =>
    `default-src 'self'; script-src 'self' ${url}; connect-src 'self' ${url}; img-src 'self' ${url}; ` +
    `style-src 'self'; require-trusted-types-for 'script'; frame-ancestors 'none'`,
  frame: (url: string) => `default-src 'self'; frame-src ${url}; script-src ${url}`,
};

async function visit(body: string, kind: keyof typeof POLICIES): Promise<void> {
  html = body;
  policy = POLICIES[kind](stage.app.url);
  await page.goto(`http://127.0.0.1:${(site.address() as AddressInfo).port}/`);
}

const axe = () => violations(page);
const article = () => page.locator('article.publication');
const shownChart = () => page.locator('article img:visible');
const decoded = async () => (await shownChart().evaluate(pictureShown)).address;

describe('the script on a page of another origin with a strict policy', () => {
  test('shows every figure with its n and interval, what is withheld, the chart and the caveats', async () => {
    await visit(byScript(sample.slug), 'script');
    const text = await article().innerText();
    const { document } = sample;
    for (const said of [
      document.title,
      'Started from January 2025 to December 2026',
      '57 %',
      '100 of 175, 95 % interval 50 to 64 %',
      '35.0 points',
      'n = 120, 95 % interval 33.8 to 36.2 points',
      'Withheld',
      'It would count 1 to 10 courses.',
      ...document.caveats,
    ]) {
      expect(text).toContain(said);
    }
    await shownChart().scrollIntoViewIfNeeded();
    expect(await decoded()).toMatch(new RegExp(`^${stage.app.url}/v1/published/snapshots/`));
    expect(await shownChart().getAttribute('alt')).toBe(document.charts[0]?.chart?.textAlternative);
    const link = page.getByRole('link', { name: 'All figures' });
    expect(await link.getAttribute('href')).toBe(`${stage.app.url}/published/${sample.slug}`);
    expect(faults).toEqual([]);
  });

  test('has its own looks, whatever the page has', async () => {
    await visit(byScript(sample.slug), 'script');
    const value = article().locator('.value').first();
    expect(await value.evaluate(weightOf)).toBe('700');
    const outside = await page.evaluate('getComputedStyle(document.querySelector("h1")).color');
    expect(outside).toBe('rgb(0, 0, 0)');
  });

  test('neither sends nor sets a cookie, even of somebody who is signed in to the service', async () => {
    const { director } = await testClinic(stage.app);
    const { cookie } = await signIn(stage.app, director.email);
    const [name = '', value = ''] = cookie.split(/=(.*)/s);
    await context.addCookies([{ name, value, url: stage.app.url }]);
    const before = await context.cookies();
    const sent: Promise<[string, string | undefined]>[] = [];
    page.on('request', (one) => {
      if (!one.url().startsWith(stage.app.url)) return;
      const path = new URL(one.url()).pathname;
      sent.push(one.allHeaders().then((headers) => [path, headers.cookie]));
    });
    const set: string[] = [];
    page.on('response', (one) => {
      if (one.headers()['set-cookie'] !== undefined) set.push(one.url());
    });
    await visit(byScript(sample.slug), 'script');
    await article().waitFor();
    await shownChart().scrollIntoViewIfNeeded();
    await decoded();
    const all = await Promise.all(sent);
    const chart = `/v1/published/snapshots/${sample.id}/charts/trajectory.svg`;
    for (const path of ['/embed.js', `/embed/${sample.slug}`, chart]) {
      expect(all).toContainEqual([path, undefined]);
    }
    expect(all.filter(([, header]) => header !== undefined)).toEqual([]);
    expect(set).toEqual([]);
    expect(await context.cookies()).toEqual(before);
  });

  test('says calmly why, where the figures were withdrawn', async () => {
    const gone = await published(stage.app);
    await ended(stage.app, gone, 'withdrawn', 'Two scores were <b>mixed</b> up.');
    await visit(byScript(gone.slug), 'script');
    expect(await article().innerText()).toBe(
      'The clinic has withdrawn these figures. Its reason: Two scores were <b>mixed</b> up.',
    );
    expect(await axe()).toEqual([]);
  });

  test('leads to the page of the figures where the service does not answer', async () => {
    await page.route('**/embed/*', (route) => route.abort());
    await visit(byScript(sample.slug), 'script');
    const link = page.getByRole('link', { name: /cannot be shown here/ });
    expect(await link.getAttribute('href')).toBe(`${stage.app.url}/published/${sample.slug}`);
  });

  test('shows several publications on one page, each where its script stands', async () => {
    const other = await published(stage.app, { title: 'Another year' });
    await visit(`${byScript(sample.slug)}<hr>${byScript(other.slug)}`, 'script');
    await page.waitForFunction('document.querySelectorAll("main > cudos-outcomes").length === 2');
    await article().nth(1).waitFor();
    const titles = await page.locator('article h2').allInnerTexts();
    expect(titles).toEqual([sample.document.title, 'Another year']);
  });
});

/** A page without a policy of its own, as most sites are. */
async function visitPage(whole: string): Promise<void> {
  html = whole;
  policy = '';
  await page.goto(`http://127.0.0.1:${(site.address() as AddressInfo).port}/whole`);
}

describe('wherever and whenever a site puts the line', () => {
  const script = () => byScript(sample.slug);
  const inPage = (body: string, head = '') =>
    `<!doctype html><html lang="en"><head><title>Clinic</title>${head}</head><body><h1>Results</h1><div id="here"></div><p>before</p>${body}<p id="after">after</p></body></html>`;
  /** What stands right before the figures, or around them where they are the first. */
  const placeOf = () =>
    page.evaluate(`(({ previousElementSibling: before, parentElement: around }) =>
      (before ?? around).outerHTML.slice(0, 30))(document.querySelector('cudos-outcomes'))`);

  const ways: [string, () => string, RegExp][] = [
    ['in the head', () => inPage('', script()), /^<p id="after">/],
    [
      'in the head, with the place for it',
      () => inPage('', byScript(sample.slug, 'data-target="#here"')),
      /^<div id="here">/,
    ],
    [
      'as a module',
      () =>
        inPage(
          `<script type="module" src="${stage.app.url}/embed.js" data-publication="${sample.slug}" crossorigin></script>`,
        ),
      /^<script type="module"/,
    ],
    [
      'imported by a module',
      () =>
        inPage(
          `<script type="module">import '${stage.app.url}/embed.js';</script><cudos-outcomes publication="${sample.slug}"></cudos-outcomes>`,
        ),
      /^<script type="module">/,
    ],
    [
      'after the page has loaded',
      () =>
        inPage(
          `<script>addEventListener('load', () => setTimeout(() => { const s = document.createElement('script'); s.src = '${stage.app.url}/embed.js'; s.dataset.publication = '${sample.slug}'; document.getElementById('here').append(s); }, 50))</script>`,
        ),
      /^<script src=/,
    ],
    [
      'as text that a script runs',
      () =>
        inPage(
          `<script>fetch('${stage.app.url}/embed.js').then((r) => r.text()).then((t) => { const s = document.createElement('script'); s.text = t; s.dataset.publication = '${sample.slug}'; document.getElementById('here').append(s); })</script>`,
        ),
      /^<script data-publication/,
    ],
    [
      'as jQuery runs what it inserts',
      () =>
        inPage(
          `<script>fetch('${stage.app.url}/embed.js').then((r) => r.text()).then((t) => { document.getElementById('here').innerHTML = '<script src="${stage.app.url}/embed.js" data-publication="${sample.slug}"></scr' + 'ipt>'; const s = document.createElement('script'); s.text = t; document.head.append(s); s.remove(); })</script>`,
        ),
      /^<script src=/,
    ],
    [
      'by a tag manager, in a hidden part and without its data',
      () =>
        inPage(
          `<div style="display:none"><script src="${stage.app.url}/embed.js?publication=${sample.slug}" async></script></div>`,
        ),
      /^<p id="after">/,
    ],
  ];
  test.each(ways)('%s', async (_how, whole, place) => {
    await visitPage(whole());
    await article().waitFor();
    expect(await article().isVisible()).toBe(true);
    expect(await page.locator('cudos-outcomes').count()).toBe(1);
    expect(await placeOf()).toMatch(place);
    expect(faults).toEqual([]);
  });

  test('the looks of the page stay out, and a page from right to left', async () => {
    const looks = `<style>html { font-size: 10px } * { letter-spacing: 3px !important; text-align: right } div, cudos-outcomes {
      text-transform: uppercase; line-height: 2.4; color: #bbb; font-weight: bold; white-space: nowrap; direction: rtl }</style>`;
    const styleOf = (name: string) =>
      page.evaluate(
        `getComputedStyle(document.querySelector('cudos-outcomes').shadowRoot.querySelector('article'))['${name}']`,
      );
    await visitPage(inPage(script(), looks).replace('<html ', '<html dir="rtl" '));
    await article().waitFor();
    const names = [
      'letterSpacing',
      'textAlign',
      'textTransform',
      'color',
      'fontWeight',
      'whiteSpace',
      'direction',
      'fontSize',
    ];
    const values = await Promise.all(names.map(styleOf));
    expect(values).toEqual(['normal', 'start', 'none', 'rgb(31, 35, 40)', '400', 'normal', 'ltr', '16px']);
  });
});

describe('what a site chooses to show', () => {
  test('the headline is what became of all who started, with one more figure if asked for', async () => {
    await visit(byScript(sample.slug, 'data-layout="headline"'), 'script');
    const cards = article().locator('.card');
    expect(await cards.count()).toBe(1);
    const text = await cards.innerText();
    for (const said of ['Patients who started', '57 %', '100 of 175, 95 % interval 50 to 64 %'])
      expect(text).toContain(said);
    await visit(
      byScript(sample.slug, 'data-layout="headline" data-figures="completers.response,completers.worsened"'),
      'script',
    );
    await article().waitFor();
    expect(await cards.locator('.value').allInnerTexts()).toEqual(['57 %', '83 %']);
  });

  test('no choice of figures leaves out who was not scored and who got worse', async () => {
    const how = { estimator: 'count / n', interval: 'none', unit: 'percent', howCounted: 'Counted.' } as const;
    const withheld = null;
    const { figures } = sample.document;
    const bounded = await published(stage.app, {
      figures: [
        ...figures.filter(({ name }) => name !== 'worsened'),
        {
          ...{ set: 'starters', name: 'withoutInfusion6', label: 'Without a score at infusion 6', ...how, withheld },
          ...{ value: 31, n: 175, count: 55, ci95: [25, 39] },
        },
        {
          ...{ set: 'completers', name: 'worsened', label: 'Worsened', ...how, withheld },
          ...{ value: null, n: 120, count: null, ci95: [null, null], bound: { is: 'under', count: 11, percent: 10 } },
        },
      ],
    });
    for (const layout of ['headline', 'row', 'full']) {
      const chosen = `data-layout="${layout}" data-figures="completers.response"`;
      await visit(byScript(bounded.slug, chosen), 'script');
      const text = await article().innerText();
      expect(text).toContain('Without a score at infusion 6, of patients who started: 31 %, 55 of 175');
      expect(text).toContain(
        'Worsened, of patients scored at the first and the sixth infusion: under 10 %, fewer than 11 of 120',
      );
      expect(await article().locator('.card .value').allInnerTexts()).toEqual(['57 %', '83 %']);
    }
    // Without a choice they are cards like the others.
    await visit(byScript(bounded.slug, 'data-layout="row"'), 'script');
    const worsened = article().locator('.card').filter({ hasText: 'Got worse' });
    expect(await worsened.innerText()).toContain('fewer than 11 of 120');
    expect(await article().getByText('Worsened, of').count()).toBe(0);
  });

  test('chosen figures come in their order, after the response of all who started', async () => {
    await visit(
      byScript(sample.slug, 'data-layout="row" data-figures="completers.endpointMean,completers.baselineMean"'),
      'script',
    );
    await article().waitFor();
    expect(await article().locator('.card .value').allInnerTexts()).toEqual(['57 %', '11.2 points', '35.0 points']);
  });

  test('numbers and dates are written in the way asked for', async () => {
    await visit(byScript(sample.slug, 'data-locale="de-DE"'), 'script');
    await article().waitFor();
    const text = await article().innerText();
    expect(text).toContain('35,0 points');
    expect(text).toMatch(/Approved \d+\. \p{L}+ 20\d\d\./u);
  });

  test('the field’s words are one click away from the lay words', async () => {
    await visit(byScript(sample.slug), 'script');
    await article().waitFor();
    expect(await article().getByRole('heading', { name: 'Patients who started' }).isVisible()).toBe(true);
    const term = article().getByText('intention to treat with non-responder imputation');
    expect(await term.first().isVisible()).toBe(false);
    await article().getByText('What researchers call it').first().click();
    expect(await term.first().isVisible()).toBe(true);
  });

  test.each(['headline', 'row', 'full'])('%s fits into 320 pixels, and axe finds nothing', async (layout) => {
    await context.close();
    await open({ width: 320 });
    await visit(byScript(sample.slug, `data-layout="${layout}"`), 'script');
    await article().waitFor();
    const root = 'document.documentElement';
    expect(await page.evaluate(`${root}.scrollWidth - ${root}.clientWidth`)).toBe(0);
    expect(await axe()).toEqual([]);
  });
});

describe.each(['light', 'dark'] as const)('in %s colours', (colorScheme) => {
  test.each([320, 768, 1920])('axe finds nothing at %i px, and nothing sticks out', async (width) => {
    await context.close();
    await open({ width, colorScheme });
    await visit(byScript(sample.slug), 'script');
    await article().waitFor();
    await shownChart().scrollIntoViewIfNeeded();
    expect(await decoded()).toContain(`theme=${colorScheme}`);
    expect(await decoded()).toContain(`layout=${width === 320 ? 'narrow' : 'wide'}`);
    expect(await axe()).toEqual([]);
    const root = 'document.documentElement';
    expect(await page.evaluate(`${root}.scrollWidth - ${root}.clientWidth`)).toBe(0);
    const ground = await article().evaluate(groundOf);
    expect(ground).toBe(colorScheme === 'light' ? 'rgb(255, 255, 255)' : 'rgb(26, 27, 30)');
  });

  test('a site that has only one look keeps it', async () => {
    await context.close();
    await open({ colorScheme });
    const fixed = colorScheme === 'light' ? 'dark' : 'light';
    await visit(byScript(sample.slug, `data-colours="${fixed}"`), 'script');
    await shownChart().scrollIntoViewIfNeeded();
    expect(await decoded()).toContain(`theme=${fixed}`);
    const ground = await article().evaluate(groundOf);
    expect(ground).toBe(fixed === 'light' ? 'rgb(255, 255, 255)' : 'rgb(26, 27, 30)');
  });
});

describe('the frame on a page of another origin', () => {
  const inFrame = () => page.frameLocator('iframe').locator('article');

  test('shows the same, and only the embed can be framed', async () => {
    await visit(byFrame(sample.slug), 'frame');
    expect(await inFrame().innerText()).toContain('100 of 175, 95 % interval 50 to 64 %');
    expect(await axe()).toEqual([]);
    expect(faults).toEqual([]);
    html = `<iframe src="${stage.app.url}/published/${sample.slug}" title="Page"></iframe>`;
    await page.reload();
    await expect(page.frameLocator('iframe').locator('h1').waitFor({ timeout: 2000 })).rejects.toThrow();
  });

  test('grows to the height of what it shows, where the page has the script', async () => {
    await visit(`${byFrame(sample.slug)}<script src="${stage.app.url}/embed.js"></script>`, 'frame');
    await inFrame().waitFor();
    const frame = page.locator('iframe');
    await page.waitForFunction('document.querySelector("iframe").clientHeight > 600');
    const apart = (await frame.evaluate(heightOf)) - (await inFrame().evaluate(documentHeightOf));
    expect(Math.abs(apart)).toBeLessThanOrEqual(2);
  });

  test('another frame can’t pass for it and stretch the page', async () => {
    const impostor = `<iframe id="other" srcdoc="<script>parent.postMessage({ cudosEmbedHeight: 9000 }, '*')</script>"></iframe>`;
    html = `${byFrame(sample.slug)}${impostor}<script src="${stage.app.url}/embed.js"></script>`;
    policy = '';
    await page.goto(`http://127.0.0.1:${(site.address() as AddressInfo).port}/`);
    await page.waitForFunction('document.querySelector("iframe").clientHeight > 600');
    await page.evaluate('window.postMessage({ cudosEmbedHeight: 9000 }, "*")');
    const frames = page.locator('iframe');
    expect(await frames.nth(0).evaluate(heightOf)).toBeLessThan(9000);
    // As high as a browser makes a frame by itself.
    expect(await frames.nth(1).evaluate(heightOf)).toBe(150);
  });
});

test('the script is a few kilobytes', async () => {
  const { text, headers } = await request(stage.app.url).get('/embed.js').expect(200);
  expect(headers['content-type']).toBe('text/javascript; charset=utf-8');
  expect(text.length).toBeLessThan(8192);
  expect(gzipSync(text).length).toBeLessThan(3072);
});
