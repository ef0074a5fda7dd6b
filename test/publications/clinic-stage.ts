import { afterAll, beforeAll, beforeEach } from '@jest/globals';
import { testClinic, type TestClinic } from '../support/clinic.js';
import { testApp, type TestApp } from '../support/test-app.js';
import { closedYear } from './series.js';

/** The service, and before each test a new clinic with one closed group of courses, those of 2025 (`closedYear`). */
export function clinicStage() {
  const at = { app: {} as TestApp, clinic: {} as TestClinic };
  beforeAll(async () => {
    at.app = await testApp();
  });
  afterAll(() => at.app.close());
  beforeEach(async () => {
    at.clinic = await testClinic(at.app);
    await closedYear(at.app, at.clinic);
  });
  return at;
}
