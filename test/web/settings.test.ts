import { describe, expect, test } from '@jest/globals';
import { axeFaults } from '../support/axe.js';
import { testCourse } from '../support/clinic.js';
import { clinicStage } from './clinic-stage.js';

describe('settings', () => {
  const at = clinicStage();

  test('a director sets name, zone and crisis resources, and every fault is shown beside its field', async () => {
    const page = await at.open('/settings');
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Riverside West');
    await page.getByRole('combobox', { name: 'Time zone' }).fill('Mars/Olympus');
    await page.getByRole('button', { name: 'Add one' }).click();
    await page.getByRole('button', { name: 'Save the settings' }).click();
    await page.getByRole('alert').waitFor();
    // From the top: at any other place the bar above the page hides some part of a field.
    await page.evaluate('scrollTo(0, 0)');
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole('combobox', { name: 'Time zone' }).fill('Europe/Berlin');
    await page.getByRole('combobox', { name: 'Numbers and dates in public' }).fill('British');
    await page.getByRole('option', { name: 'British English: 34.9, 28 November 2026' }).click();
    await page.getByLabel('Name 2').fill('Our own line');
    await page.getByLabel('How to reach it 2').fill('+49 30 1234');
    await page.getByRole('button', { name: 'Move up Our own line' }).click();
    await page.getByRole('button', { name: 'Save the settings' }).click();
    await page.getByText('The settings are saved.').waitFor();
    await page.getByRole('banner').getByText('Riverside West').waitFor();
    const saved = await at.clinic.clinician.get('/v1/clinic').expect(200);
    const { name, timeZone, locale, crisisResources } = saved.body as Record<string, unknown>;
    expect([name, timeZone, locale]).toEqual(['Riverside West', 'Europe/Berlin', 'en-GB']);
    expect(crisisResources).toEqual([
      { label: 'Our own line', contact: '+49 30 1234' },
      { label: '988 Suicide & Crisis Lifeline', contact: 'Call or text 988' },
    ]);
  });

  test('crisis resources are put in order by keyboard, down and up, and the focus goes with them', async () => {
    const page = await at.open('/settings');
    const name = (place: number) => page.getByLabel(`Name ${place}`);
    for (const [place, label] of [
      [2, 'Second'],
      [3, 'Third'],
    ] as const) {
      await page.getByRole('button', { name: 'Add one' }).focus();
      await page.keyboard.press('Enter');
      await page.keyboard.type(label);
      expect(await name(place).inputValue()).toBe(label);
      await page.getByLabel(`How to reach it ${place}`).fill(`Call ${label}`);
    }
    await page.getByRole('button', { name: 'Move down 988' }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.getByText('988 Suicide & Crisis Lifeline is now 3 of 3').waitFor();
    expect(await name(3).inputValue()).toBe('988 Suicide & Crisis Lifeline');
    // At the end the only way left is up.
    await page.keyboard.press('Enter');
    expect(await name(2).inputValue()).toBe('988 Suicide & Crisis Lifeline');
    await page.getByRole('button', { name: 'Remove Second' }).focus();
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.value')).toBe('988 Suicide & Crisis Lifeline');
    expect(await axeFaults(page)).toEqual([]);
  });

  test('a director sets clinic days and a holiday, and planned visits fall on them', async () => {
    const { courseId } = await testCourse(at.clinic.clinician, { startedOn: '2026-03-18' });
    await at.clinic.clinician.score(courseId, 'infusion-1', 40, '2026-03-18').expect(201);
    const page = await at.open('/settings');
    await page.getByRole('checkbox', { name: 'Saturday' }).uncheck();
    await page.getByRole('checkbox', { name: 'Sunday' }).uncheck();
    await page.getByRole('button', { name: 'Add a holiday' }).click();
    await page.getByRole('button', { name: 'Save the settings' }).click();
    await page.getByRole('alert').getByText('A holiday must be a day of the calendar').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.getByLabel('Date of holiday 1').fill('2026-03-23');
    await page.getByRole('textbox', { name: 'Holiday 1', exact: true }).fill('Founder’s Day');
    await page.getByRole('button', { name: 'Save the settings' }).click();
    await page.getByText('The settings are saved.').waitFor();
    // Saturday 21 March is closed, Sunday too, and Monday is a holiday: Tuesday 24.
    const course = await at.clinic.clinician.get(`/v1/courses/${courseId}`).expect(200);
    expect((course.body as { slots: { dueOn: string }[] }).slots[1]?.dueOn).toBe('2026-03-24');
    await page.reload();
    expect(await page.getByRole('checkbox', { name: 'Saturday' }).isChecked()).toBe(false);
    expect(await page.getByLabel('Date of holiday 1').inputValue()).toBe('2026-03-23');
  });

  test('a director pastes holidays as lines, and a line with a mistake takes none over', async () => {
    const page = await at.open('/settings');
    await page.getByRole('button', { name: 'Add several holidays' }).click();
    const lines = page.getByRole('textbox', { name: 'Holidays, a line each' });
    await lines.fill('2027-01-01 New Year’s Day\n2026-12-31 to 2026-12-24 Closed');
    await page.getByRole('button', { name: 'Add these' }).click();
    await page.getByText('Line 2: 2026-12-24 is before 2026-12-31.').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await lines.fill('2027-01-01 New Year’s Day\n2026-12-30 to 2026-12-31 Closed');
    await page.getByRole('button', { name: 'Add these' }).click();
    await page.getByText('3 holidays added; they are saved with the settings.').waitFor();
    await page.getByRole('button', { name: 'Save the settings' }).click();
    await page.getByText('The settings are saved.').waitFor();
    const saved = await at.clinic.director.get('/v1/clinic').expect(200);
    expect((saved.body as { holidays: unknown }).holidays).toEqual([
      { on: '2026-12-30', name: 'Closed' },
      { on: '2026-12-31', name: 'Closed' },
      { on: '2027-01-01', name: 'New Year’s Day' },
    ]);
  });

  test('two directors change the settings: the later sees the other’s before writing over it', async () => {
    const page = await at.open('/settings');
    const name = page.getByRole('textbox', { name: 'Name', exact: true });
    const zone = page.getByRole('combobox', { name: 'Time zone' });
    const save = page.getByRole('button', { name: 'Save the settings' });
    const theirs = page.getByText('Recorded now: Riverside East · America/Denver');
    await name.waitFor();
    await at.clinic.director.patch('/v1/clinic', { name: 'Riverside East' }).set('If-Match', '"1"').expect(200);
    await zone.fill('America/Chicago');
    await save.click();
    await theirs.waitFor();
    await save.click();
    await theirs.waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'I have seen it; let me save mine' }).click();
    await save.click();
    await page.getByText('The settings are saved.').waitFor();
    await page.getByRole('banner').getByText('Riverside East').waitFor();
    // Only the zone was changed here; the other's name stays, and a second change goes over the first.
    await zone.fill('America/Phoenix');
    const saved = page.waitForResponse((response) => response.request().method() === 'PATCH');
    await save.click();
    await saved;
    const after = await at.clinic.director.get('/v1/clinic').expect(200);
    expect(after.body).toMatchObject({
      name: 'Riverside East',
      timeZone: 'America/Phoenix',
      version: 4,
    });
  });

  test('a director sees whether the server makes backups', async () => {
    const page = await at.open('/settings');
    await page.getByRole('heading', { name: 'Backups' }).waitFor();
    await page.getByText('This server makes no backups by itself.').waitFor();
    expect(await axeFaults(page)).toEqual([]);
  });

  test('a zone is found by what people call it', async () => {
    const page = await at.open('/settings');
    const zone = page.getByRole('combobox', { name: 'Time zone' });
    await zone.fill('mountain');
    await page.getByRole('option', { name: 'America/Denver Mountain Time' }).waitFor();
    await zone.fill('new york');
    await page.getByRole('option', { name: 'America/New_York Eastern Time' }).click();
    expect(await zone.inputValue()).toBe('America/New_York');
    await zone.fill('hawaii');
    await page.getByRole('option', { name: 'Pacific/Honolulu' }).waitFor();
    expect(await axeFaults(page)).toEqual([]);
  });
});
