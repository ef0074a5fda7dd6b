import type { Verdict } from '../../../domain/claims/claim-answer';

interface Said {
  /** In the text, right after the number. */
  word: string;
  /** How it looks; the word says the same. */
  tone: 'holds' | 'unsure' | 'fails';
}

/** What is said of a number, in a word or two. */
export const VERDICTS: Readonly<Record<Verdict, Said>> = {
  supported: { word: 'supported', tone: 'holds' },
  'supported-rounded': { word: 'supported, rounded', tone: 'holds' },
  'other-set': { word: 'true only of another group', tone: 'unsure' },
  stale: { word: 'no longer current', tone: 'unsure' },
  contradicted: { word: 'contradicted', tone: 'fails' },
  inconsistent: { word: 'does not add up', tone: 'fails' },
  'not-published': { word: 'not published', tone: 'unsure' },
};
