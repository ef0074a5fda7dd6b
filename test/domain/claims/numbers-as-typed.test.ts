import { describe, expect, test } from '@jest/globals';
import { checkClaim } from '../../../src/domain/claims/check-claim.js';
import { answersOfSample } from './answers-of-sample.js';
import { SAMPLE, sourceOf } from './sample-publication.js';

const SOURCE = sourceOf(SAMPLE);

describe('it does not matter how a number was typed:', () => {
  test.each([
    ['68%', 'Scores fell by 68%.'],
    ['68 %', 'Scores fell by 68 %.'],
    ['68\u00a0%', 'Scores fell by 68\u00a0%.'],
    ['68\u2009%', 'Scores fell by 68\u2009%.'],
    ['68％', 'Scores fell by 68％.'],
    ['６８％', 'Scores fell by ６８％.'],
    ['68 PERCENT', 'SCORES FELL BY 68 PERCENT.'],
    ['68 pct', 'Scores fell by 68 pct.'],
    ['sixty-eight percent', 'Scores fell by sixty-eight percent.'],
    ['68.0 %', 'Scores fell by 68.0 %.'],
    ['68,0 %', 'Scores fell by 68,0 %.'],
  ])('%s', (number, text) => {
    expect(answersOfSample(text)).toEqual([`${number} | supported | completers.percentReductionOfMeans`]);
  });

  test.each([
    'Average score: 35.0 → 11.2',
    'Average score: 35,0 → 11,2',
    'Average score: 35.0–11.2',
    'Average score: 35.0 ⇒ 11.2',
    'Average score 35.0 vs. 11.2',
    'Average score: from 35.0\u00a0points to\u202f11.2\u00a0points',
  ])('%s', (text) => {
    const { numbers } = checkClaim(text, [SOURCE]);
    expect(numbers.map(({ verdict, figure }) => [verdict, figure?.value])).toEqual([
      ['supported', 35],
      ['supported', 11.2],
    ]);
  });
});

describe('numbers that speak of no outcome are left alone:', () => {
  test.each([
    ['six infusions', 'You receive six infusions over 2 weeks.', ['six', 'over 2']],
    ['a price', 'Each visit costs $450, or €400; save 20 % off now.', ['$450', '€400', '20 % off']],
    ['a phone number', 'Call (555) 123-4567 or 555-123-4567.', ['(555) 123-4567', '555-123-4567']],
    ['a date', 'Since March 3, 2024 and 2025-01-31, in Q2 2025.', ['March 3, 2024', '2025-01-31', 'Q2', '2025']],
    ['the scale', 'CUDOS is a scale from 0 to 64.', ['0 to 64']],
    ['the scale beside its name', 'CUDOS 0-64, higher is worse.', ['0-64']],
    ['ages', 'For adults aged 18 to 65.', ['18 to 65']],
    ['a dose', 'Ketamine at 0.5 mg/kg over 40 minutes.', ['0.5 mg/kg', 'over 40']],
    ['an address', 'Suite 210, https://clinic.example/83-percent', ['210', 'https://clinic.example/83-percent']],
    ['how many were treated', 'We have treated over 1,000 patients.', ['over 1,000']],
    ['the definition of success', 'Success means a fall of the score by at least 50 %.', ['at least 50 %']],
    ['a time of day', 'Open 9 am to 5 pm, help 24/7.', ['9 am', '5 pm', '24/7']],
    ['a list', '1. You call us. 2. We call you.', ['1', '2']],
    ['whom a sentence speaks of', 'For severe depression (CUDOS above 45).', ['above 45']],
    ['the clinic', 'Our 12 doctors work in 3 locations.', ['12', '3']],
  ])('%s', (_, text, ignored) => {
    const answer = checkClaim(text, [SOURCE]);
    expect(answer.numbers).toEqual([]);
    expect(answer.ignored.map((each) => each.text)).toEqual(ignored);
    expect(answer.missing).toEqual([]);
  });

  test('a clinic may have a number in its name', () => {
    const source = sourceOf(SAMPLE, { clinic: 'Remission 83 % Center' });
    const answer = checkClaim('At Remission 83 % Center scores fell by 68 %.', [source]);
    expect(answer.numbers.map(({ text }) => text)).toEqual(['68 %']);
  });
});
