import { describe, expect, test } from '@jest/globals';
import { gzipSync } from 'node:zlib';
import request from 'supertest';
import { documentHeightOf, heightOf, isFrameHigher, weightOf } from '../support/in-page.js';
import { signIn, testClinic } from '../support/clinic.js';
import { ended, published } from '../published/published-rows.js';
import { foreignSite } from './foreign-site.js';

const at = foreignSite();

describe('the script on a page of another origin with a strict policy', () => {
  test('shows every figure with its n and interval, what is withheld, the chart and the caveats', async () => {
    await at.visit(at.byScript(at.sample.slug), 'script');
    const text = await at.article().innerText();
    const { document } = at.sample;
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
    await at.shownChart().scrollIntoViewIfNeeded();
    expect(await at.decoded()).toMatch(new RegExp(`^${at.stage.app.url}/v1/published/snapshots/`));
    expect(await at.shownChart().getAttribute('alt')).toBe(document.charts[0]?.chart?.textAlternative);
    const link = at.page.getByRole('link', { name: 'All figures' });
    expect(await link.getAttribute('href')).toBe(`${at.stage.app.url}/published/${at.sample.slug}`);
    expect(at.faults).toEqual([]);
  });

  test('has its own looks, whatever the page has', async () => {
    await at.visit(at.byScript(at.sample.slug), 'script');
    const value = at.article().locator('.value').first();
    expect(await value.evaluate(weightOf)).toBe('700');
    const outside = await at.page.evaluate('getComputedStyle(document.querySelector("h1")).color');
    expect(outside).toBe('rgb(0, 0, 0)');
  });

  test('neither sends nor sets a cookie, even of somebody who is signed in to the service', async () => {
    const { director } = await testClinic(at.stage.app);
    const { cookie } = await signIn(at.stage.app, director.email);
    const [name = '', value = ''] = cookie.split(/=(.*)/s);
    await at.context.addCookies([{ name, value, url: at.stage.app.url }]);
    const before = await at.context.cookies();
    const sent: Promise<[string, string | undefined]>[] = [];
    at.page.on('request', (one) => {
      if (!one.url().startsWith(at.stage.app.url)) return;
      const path = new URL(one.url()).pathname;
      sent.push(one.allHeaders().then((headers) => [path, headers.cookie]));
    });
    const set: string[] = [];
    at.page.on('response', (one) => {
      if (one.headers()['set-cookie'] !== undefined) set.push(one.url());
    });
    await at.visit(at.byScript(at.sample.slug), 'script');
    await at.article().waitFor();
    await at.shownChart().scrollIntoViewIfNeeded();
    await at.decoded();
    const all = await Promise.all(sent);
    const chart = `/v1/published/snapshots/${at.sample.id}/charts/trajectory.svg`;
    for (const path of ['/embed.js', `/embed/${at.sample.slug}`, chart]) {
      expect(all).toContainEqual([path, undefined]);
    }
    expect(all.filter(([, header]) => header !== undefined)).toEqual([]);
    expect(set).toEqual([]);
    expect(await at.context.cookies()).toEqual(before);
  });

  test('says calmly why, where the figures were withdrawn', async () => {
    const gone = await published(at.stage.app);
    await ended(at.stage.app, gone, 'withdrawn', 'Two scores were <b>mixed</b> up.');
    await at.visit(at.byScript(gone.slug), 'script');
    expect(await at.article().innerText()).toBe(
      'The clinic has withdrawn these figures. Its reason: Two scores were <b>mixed</b> up.',
    );
    expect(await at.axe()).toEqual([]);
  });

  test('leads to the page of the figures where the service does not answer', async () => {
    await at.page.route('**/embed/*', (route) => route.abort());
    await at.visit(at.byScript(at.sample.slug), 'script');
    const link = at.page.getByRole('link', { name: /cannot be shown here/ });
    expect(await link.getAttribute('href')).toBe(`${at.stage.app.url}/published/${at.sample.slug}`);
  });

  test('shows several publications on one at.page, each where its script stands', async () => {
    const other = await published(at.stage.app, { title: 'Another year' });
    await at.visit(`${at.byScript(at.sample.slug)}<hr>${at.byScript(other.slug)}`, 'script');
    await at.page.locator('main > cudos-outcomes').nth(1).waitFor({ state: 'attached' });
    await at.article().nth(1).waitFor();
    const titles = await at.page.locator('article h2').allInnerTexts();
    expect(titles).toEqual([at.sample.document.title, 'Another year']);
  });
});

describe('the frame on a page of another origin', () => {
  const inFrame = () => at.page.frameLocator('iframe').locator('article');

  test('shows the same, and only the embed can be framed', async () => {
    await at.visit(at.byFrame(at.sample.slug), 'frame');
    expect(await inFrame().innerText()).toContain('100 of 175, 95 % interval 50 to 64 %');
    expect(await at.axe()).toEqual([]);
    expect(at.faults).toEqual([]);
    await at.visit(`<iframe src="${at.stage.app.url}/published/${at.sample.slug}" title="Page"></iframe>`, 'frame');
    await expect(at.page.frameLocator('iframe').locator('h1').waitFor({ timeout: 2000 })).rejects.toThrow();
  });

  test('grows to the height of what it shows, where the page has the script', async () => {
    await at.visit(`${at.byFrame(at.sample.slug)}<script src="${at.stage.app.url}/embed.js"></script>`, 'frame');
    await inFrame().waitFor();
    const frame = at.page.locator('iframe');
    await at.page.waitForFunction(isFrameHigher, 600);
    const apart = (await frame.evaluate(heightOf)) - (await inFrame().evaluate(documentHeightOf));
    expect(Math.abs(apart)).toBeLessThanOrEqual(2);
  });

  test('another frame can’t pass for it and stretch the page', async () => {
    const impostor = `<iframe id="other" srcdoc="<script>parent.postMessage({ cudosEmbedHeight: 9000 }, '*')</script>"></iframe>`;
    await at.visit(
      `${at.byFrame(at.sample.slug)}${impostor}<script src="${at.stage.app.url}/embed.js"></script>`,
      'none',
    );
    await at.page.waitForFunction(isFrameHigher, 600);
    await at.page.evaluate('window.postMessage({ cudosEmbedHeight: 9000 }, "*")');
    const frames = at.page.locator('iframe');
    expect(await frames.nth(0).evaluate(heightOf)).toBeLessThan(9000);
    // As high as a browser makes a frame by itself.
    expect(await frames.nth(1).evaluate(heightOf)).toBe(150);
  });
});

test('the script is a few kilobytes', async () => {
  const { text, headers } = await request(at.stage.app.url).get('/embed.js').expect(200);
  expect(headers['content-type']).toBe('text/javascript; charset=utf-8');
  expect(text.length).toBeLessThan(8192);
  expect(gzipSync(text).length).toBeLessThan(3072);
});
