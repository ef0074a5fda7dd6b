import { afterEach, beforeEach, expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { browserStage, windowOf } from '../support/browser.js';
import { testClinic, type SignedIn, type TestClinic } from '../support/clinic.js';

/** A new clinic before each test, whose pages are opened one at a time and have no errors. */
export function clinicStage() {
  const stage = browserStage();
  const at = { stage, clinic: {} as TestClinic, open };
  let opened: Awaited<ReturnType<typeof windowOf>> | null = null;

  beforeEach(async () => {
    at.clinic = await testClinic(stage.app);
  });
  afterEach(async () => {
    expect(opened?.faults).toEqual([]);
    await opened?.context.close();
  });

  /** A page as its director sees it, or somebody else. */
  async function open(path: string, person: SignedIn = at.clinic.director): Promise<Page> {
    opened = await windowOf(stage, person);
    await opened.page.goto(path);
    await opened.page.getByRole('heading', { level: 1 }).waitFor();
    return opened.page;
  }

  return at;
}
