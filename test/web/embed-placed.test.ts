import { describe, expect, test } from '@jest/globals';
import { foreignSite } from './foreign-site.js';

const at = foreignSite();

describe('wherever and whenever a site puts the line', () => {
  const script = () => at.byScript(at.sample.slug);
  const inPage = (body: string, head = '') =>
    `<!doctype html><html lang="en"><head><title>Clinic</title>${head}</head><body><h1>Results</h1><div id="here"></div><p>before</p>${body}<p id="after">after</p></body></html>`;
  /** What stands right before the figures, or around them where they are the first. */
  const placeOf = () =>
    at.page.evaluate(`(({ previousElementSibling: before, parentElement: around }) =>
      (before ?? around).outerHTML.slice(0, 30))(document.querySelector('cudos-outcomes'))`);

  const ways: [string, () => string, RegExp][] = [
    ['in the head', () => inPage('', script()), /^<p id="after">/],
    [
      'in the head, with the place for it',
      () => inPage('', at.byScript(at.sample.slug, 'data-target="#here"')),
      /^<div id="here">/,
    ],
    [
      'as a module',
      () =>
        inPage(
          `<script type="module" src="${at.stage.app.url}/embed.js" data-publication="${at.sample.slug}" crossorigin></script>`,
        ),
      /^<script type="module"/,
    ],
    [
      'imported by a module',
      () =>
        inPage(
          `<script type="module">import '${at.stage.app.url}/embed.js';</script><cudos-outcomes publication="${at.sample.slug}"></cudos-outcomes>`,
        ),
      /^<script type="module">/,
    ],
    [
      'after the page has loaded',
      () =>
        inPage(
          `<script>addEventListener('load', () => setTimeout(() => { const s = document.createElement('script'); s.src = '${at.stage.app.url}/embed.js'; s.dataset.publication = '${at.sample.slug}'; document.getElementById('here').append(s); }, 50))</script>`,
        ),
      /^<script src=/,
    ],
    [
      'as text that a script runs',
      () =>
        inPage(
          `<script>fetch('${at.stage.app.url}/embed.js').then((r) => r.text()).then((t) => { const s = document.createElement('script'); s.text = t; s.dataset.publication = '${at.sample.slug}'; document.getElementById('here').append(s); })</script>`,
        ),
      /^<script data-publication/,
    ],
    [
      'as jQuery runs what it inserts',
      () =>
        inPage(
          `<script>fetch('${at.stage.app.url}/embed.js').then((r) => r.text()).then((t) => { document.getElementById('here').innerHTML = '<script src="${at.stage.app.url}/embed.js" data-publication="${at.sample.slug}"></scr' + 'ipt>'; const s = document.createElement('script'); s.text = t; document.head.append(s); s.remove(); })</script>`,
        ),
      /^<script src=/,
    ],
    [
      'by a tag manager, in a hidden part and without its data',
      () =>
        inPage(
          `<div style="display:none"><script src="${at.stage.app.url}/embed.js?publication=${at.sample.slug}" async></script></div>`,
        ),
      /^<p id="after">/,
    ],
  ];
  test.each(ways)('%s', async (_how, whole, place) => {
    await at.visitPage(whole());
    await at.article().waitFor();
    expect(await at.article().isVisible()).toBe(true);
    expect(await at.page.locator('cudos-outcomes').count()).toBe(1);
    expect(await placeOf()).toMatch(place);
    expect(at.faults).toEqual([]);
  });

  test('the looks of the page stay out, and a page from right to left', async () => {
    const looks = `<style>html { font-size: 10px } * { letter-spacing: 3px !important; text-align: right } div, cudos-outcomes {
      text-transform: uppercase; line-height: 2.4; color: #bbb; font-weight: bold; white-space: nowrap; direction: rtl }</style>`;
    const styleOf = (name: string) =>
      at.page.evaluate(
        `getComputedStyle(document.querySelector('cudos-outcomes').shadowRoot.querySelector('article'))['${name}']`,
      );
    await at.visitPage(inPage(script(), looks).replace('<html ', '<html dir="rtl" '));
    await at.article().waitFor();
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
