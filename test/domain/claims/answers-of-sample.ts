import { checkClaim } from '../../../src/domain/claims/check-claim.js';
import { SAMPLE, sourceOf } from './sample-publication.js';

/** A text, and what is answered to each of its numbers. */
export type ClaimCase = [title: string, text: string, answers: string[]];

/**
 * `number | verdict | figure` of every number that speaks of an outcome, held against the sample clinic's publication.
 *
 * Published: completers n 120: mean 35.0 to 11.2, that is 23.8 points (22.0 to 25.6) or 68 %; response 100, 83 %
 * (76 to 89); below 20: 103, 86 %; at most 10: 65, 54 %; worsened withheld; d_z 2.4. Starters n 175: response 57 %
 * (50 to 64), below 20 59 %, at most 10 37 %. Responders n 100: 34.9 to 8.9, 74 %.
 */
export function answersOfSample(text: string): string[] {
  return checkClaim(text, [sourceOf(SAMPLE)]).numbers.map(
    ({ text: number, verdict, figure }) =>
      `${number} | ${verdict} | ${figure === null ? '-' : `${figure.set}.${figure.name}`}`,
  );
}
