import { afterAll, beforeAll, beforeEach } from '@jest/globals';
import { testClinic, type TestClinic } from '../support/clinic.js';
import { testApp, type TestApp } from '../support/test-app.js';
import { series } from './series.js';

/**
 * The service, and before each test a new clinic with courses of 2025: 30 completers who all fell from 40 to 10, and
 * 12 who stopped. So 30 of 42 starters responded, which is 71 %.
 */
export function clinicStage() {
  const at = { app: {} as TestApp, clinic: {} as TestClinic };
  beforeAll(async () => {
    at.app = await testApp();
  });
  afterAll(() => at.app.close());
  beforeEach(async () => {
    at.clinic = await testClinic(at.app);
    await series(at.app, at.clinic, { startedOn: '2025-02-03', count: 30 });
    await series(at.app, at.clinic, { startedOn: '2025-05-05', count: 12, endpoint: null });
  });
  return at;
}
