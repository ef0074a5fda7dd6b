import axe, { type Result, type RunOnly } from 'axe-core';
import type { Page } from 'playwright-core';

/** What WCAG 2.2 asks for (A and AA), and what depends on colors in it. */
const WCAG: RunOnly = {
  type: 'tag',
  values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
};
const OF_COLORS: RunOnly = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] };

/** What axe finds wrong with the page as it is, one line each: by every rule, and in dark colors by the rules of colors. */
export async function axeFaults(page: Page): Promise<string[]> {
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  const faults: string[] = [];
  for (const [colorScheme, rules] of [['light', WCAG] as const, ['dark', OF_COLORS] as const]) {
    await toColors(page, colorScheme);
    faults.push(...(await violations(page, rules)).map((fault) => `${colorScheme} ${fault}`));
  }
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  return faults;
}

/** The page in light or dark colors, which have come to what they fade to. */
export async function toColors(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  await page.evaluate(TO_THE_END_OF_MOTION);
}

/** Colors that fade are what they come to; what turns without end goes on. */
const TO_THE_END_OF_MOTION = `(async () => {
  for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
  for (const animation of document.getAnimations()) {
    if (Number.isFinite(animation.effect?.getComputedTiming().endTime)) animation.finish();
  }
})()`;

/** A document gets axe once. Its frames are other origins here, as on a page that embeds ours. */
const INTO_DOCUMENT = `if (!window.axe) {
  ${axe.source}
  axe.configure({ allowedOrigins: ['<unsafe_all_origins>'] });
}`;

/**
 * What axe finds by rules, frames included: of a dialog where one is open, as nothing else can be reached. Of what is right it
 * says nothing, which is most of its work otherwise.
 */
export async function violations(page: Page, runOnly = WCAG): Promise<string[]> {
  for (const frame of page.frames()) await frame.evaluate(INTO_DOCUMENT);
  const options = JSON.stringify({ runOnly, resultTypes: ['violations'] });
  const found = await page.evaluate<Result[]>(
    `axe.run(document.querySelector('[aria-modal="true"]') ?? document, ${options}).then(({ violations }) => violations)`,
  );
  const isEmbed = page.url().includes('/embed/');
  return found.flatMap(({ id, help, nodes }) =>
    // The heading above what is embedded is that of the page around it.
    nodes
      .filter(({ target }) => id !== 'page-has-heading-one' || (target.length === 1 && !isEmbed))
      .map(({ target, failureSummary }) => `${id}: ${help}: ${target.join(' ')}: ${failureSummary ?? ''}`),
  );
}
