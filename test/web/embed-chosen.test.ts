import { describe, expect, test } from '@jest/globals';
import { groundOf } from '../support/in-page.js';
import { published } from '../published/published-rows.js';
import { foreignSite } from './foreign-site.js';

const at = foreignSite();

describe('what a site chooses to show', () => {
  test('the headline is what became of all who started, with one more figure if asked for', async () => {
    await at.visit(at.byScript(at.sample.slug, 'data-layout="headline"'), 'script');
    const cards = at.article().locator('.card');
    expect(await cards.count()).toBe(1);
    const text = await cards.innerText();
    for (const said of ['Patients who started', '57 %', '100 of 175, 95 % interval 50 to 64 %'])
      expect(text).toContain(said);
    await at.visit(
      at.byScript(at.sample.slug, 'data-layout="headline" data-figures="completers.response,completers.worsened"'),
      'script',
    );
    await at.article().waitFor();
    expect(await cards.locator('.value').allInnerTexts()).toEqual(['57 %', '83 %']);
  });

  test('no choice of figures leaves out who was not scored and who got worse', async () => {
    const how = { estimator: 'count / n', interval: 'none', unit: 'percent', howCounted: 'Counted.' } as const;
    const withheld = null;
    const { figures } = at.sample.document;
    const bounded = await published(at.stage.app, {
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
      await at.visit(at.byScript(bounded.slug, chosen), 'script');
      const text = await at.article().innerText();
      expect(text).toContain('Without a score at infusion 6, of patients who started: 31 %, 55 of 175');
      expect(text).toContain(
        'Worsened, of patients scored at the first and the sixth infusion: under 10 %, fewer than 11 of 120',
      );
      expect(await at.article().locator('.card .value').allInnerTexts()).toEqual(['57 %', '83 %']);
    }
    // Without a choice they are cards like the others.
    await at.visit(at.byScript(bounded.slug, 'data-layout="row"'), 'script');
    const worsened = at.article().locator('.card').filter({ hasText: 'Got worse' });
    expect(await worsened.innerText()).toContain('fewer than 11 of 120');
    expect(await at.article().getByText('Worsened, of').count()).toBe(0);
  });

  test('chosen figures come in their order, after the response of all who started', async () => {
    await at.visit(
      at.byScript(at.sample.slug, 'data-layout="row" data-figures="completers.endpointMean,completers.baselineMean"'),
      'script',
    );
    await at.article().waitFor();
    expect(await at.article().locator('.card .value').allInnerTexts()).toEqual(['57 %', '11.2 points', '35.0 points']);
  });

  test('numbers and dates are written in the way asked for', async () => {
    await at.visit(at.byScript(at.sample.slug, 'data-locale="de-DE"'), 'script');
    await at.article().waitFor();
    const text = await at.article().innerText();
    expect(text).toContain('35,0 points');
    expect(text).toMatch(/Approved \d+\. \p{L}+ 20\d\d\./u);
  });

  test('the field’s words are one click away from the lay words', async () => {
    await at.visit(at.byScript(at.sample.slug), 'script');
    await at.article().waitFor();
    expect(await at.article().getByRole('heading', { name: 'Patients who started' }).isVisible()).toBe(true);
    const term = at.article().getByText('intention to treat with non-responder imputation');
    expect(await term.first().isVisible()).toBe(false);
    await at.article().getByText('What researchers call it').first().click();
    expect(await term.first().isVisible()).toBe(true);
  });

  test.each(['headline', 'row', 'full'])('%s fits into 320 pixels, and axe finds nothing', async (layout) => {
    await at.context.close();
    await at.open({ width: 320 });
    await at.visit(at.byScript(at.sample.slug, `data-layout="${layout}"`), 'script');
    await at.article().waitFor();
    const root = 'document.documentElement';
    expect(await at.page.evaluate(`${root}.scrollWidth - ${root}.clientWidth`)).toBe(0);
    expect(await at.axe()).toEqual([]);
  });
});

describe.each(['light', 'dark'] as const)('in %s colours', (colorScheme) => {
  test.each([320, 768, 1920])('axe finds nothing at %i px, and nothing sticks out', async (width) => {
    await at.context.close();
    await at.open({ width, colorScheme });
    await at.visit(at.byScript(at.sample.slug), 'script');
    await at.article().waitFor();
    await at.shownChart().scrollIntoViewIfNeeded();
    expect(await at.decoded()).toContain(`theme=${colorScheme}`);
    expect(await at.decoded()).toContain(`layout=${width === 320 ? 'narrow' : 'wide'}`);
    expect(await at.axe()).toEqual([]);
    const root = 'document.documentElement';
    expect(await at.page.evaluate(`${root}.scrollWidth - ${root}.clientWidth`)).toBe(0);
    const ground = await at.article().evaluate(groundOf);
    expect(ground).toBe(colorScheme === 'light' ? 'rgb(255, 255, 255)' : 'rgb(26, 27, 30)');
  });

  test('a site that has only one look keeps it', async () => {
    await at.context.close();
    await at.open({ colorScheme });
    const fixed = colorScheme === 'light' ? 'dark' : 'light';
    await at.visit(at.byScript(at.sample.slug, `data-colours="${fixed}"`), 'script');
    await at.shownChart().scrollIntoViewIfNeeded();
    expect(await at.decoded()).toContain(`theme=${fixed}`);
    const ground = await at.article().evaluate(groundOf);
    expect(ground).toBe(fixed === 'light' ? 'rgb(255, 255, 255)' : 'rgb(26, 27, 30)');
  });
});
