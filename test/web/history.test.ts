import { describe, expect, test } from '@jest/globals';
import { axeFaults } from '../support/axe.js';
import { settled } from '../support/browser.js';
import { testCourse } from '../support/clinic.js';
import { clinicStage } from './clinic-stage.js';

describe('what a record said before', () => {
  const at = clinicStage();

  const corrected = async () => {
    const { patientId, courseId } = await testCourse(at.clinic.clinician);
    const patient = { initials: 'JD', birthYear: 1981 };
    await at.clinic.clinician.patch(`/v1/patients/${patientId}`, patient).set('If-Match', '"1"').expect(200);
    const course = { indication: 'ptsd' };
    await at.clinic.clinician.patch(`/v1/courses/${courseId}`, course).set('If-Match', '"1"').expect(200);
    return patientId;
  };

  test('a clinician reads on the page of a patient what was corrected, by whom, and what it was before', async () => {
    const page = await at.open(`/patients/${await corrected()}`, at.clinic.clinician);
    await page.getByRole('button', { name: 'History of the patient' }).click();
    await page.getByRole('row', { name: /clinician Initials empty JD/ }).waitFor();
    await page.getByRole('row', { name: /Year of birth empty 1981/ }).waitFor();
    await page.getByRole('row', { name: /Added the patient/ }).waitFor();
    await page.getByRole('button', { name: 'History of the course' }).click();
    await page.getByRole('row', { name: /Indication .* Post-traumatic stress disorder/ }).waitFor();
    expect(await axeFaults(page)).toEqual([]);
  });

  test('a director reads what settings and an account were before', async () => {
    await at.clinic.director.patch('/v1/clinic', { strictAudit: true }).set('If-Match', '"1"').expect(200);
    const page = await at.open('/settings');
    await page.getByRole('button', { name: 'History of the settings' }).click();
    await page.getByRole('row', { name: /Dana Looks are written down first no yes/ }).waitFor();
    await page.goto('/staff');
    await page.getByRole('button', { name: 'Change clinician' }).click();
    await page.getByLabel('Name').fill('Sam Okafor');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('button', { name: 'Change Sam Okafor' }).click();
    await page.getByRole('button', { name: 'History of the account' }).click();
    await page.getByRole('row', { name: /Dana Name clinician Sam Okafor/ }).waitFor();
    expect(await axeFaults(page)).toEqual([]);
  });

  test.each([1280, 800, 390])('fits a window %d wide', async (width) => {
    const page = await at.open(`/patients/${await corrected()}`);
    await page.setViewportSize({ width, height: 900 });
    await page.getByRole('button', { name: 'History of the patient' }).click();
    await page.getByRole('row', { name: /Initials/ }).waitFor();
    await settled(page);
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/history-${width}.png`, fullPage: true });
  });
});
