import { ApiOkResponse } from '@nestjs/swagger';
import type {
  CheckedNumber,
  ClaimAnswer,
  ClaimNote,
  IgnoredNumber,
  MatchedFigure,
  Verdict,
} from '../../domain/claims/claim-answer.js';
import { ANALYSIS_SETS } from '../../domain/cohort/sets.js';
import * as schema from '../../http/schema.js';

const { count, listOf, objectSchema, ref, refOrNull, text } = schema;

/** For controllers, which don't look into the domain. */
export type ClaimAnswerJson = ClaimAnswer;

const VERDICTS: Readonly<Record<Verdict, string>> = {
  supported: 'a published figure says just this',
  'supported-rounded': 'it does after rounding',
  'other-set': 'true only of other courses than the text speaks of',
  stale: 'true only of a publication that no longer stands',
  contradicted: 'the published figure is another',
  inconsistent: 'the numbers of the text contradict each other',
  'not-published': 'nothing published speaks of it',
};
const verdict = schema.oneOfTexts(
  Object.keys(VERDICTS),
  Object.entries(VERDICTS)
    .map(([name, meaning]) => `\`${name}\`: ${meaning}`)
    .join('; '),
);
const place = {
  text: text('As it stands in the text'),
  start: count('Where it begins, in UTF-16 units'),
  end: count('Where it has ended'),
};
const uuid = (description: string) => ({ ...text(description), format: 'uuid' });

/** What a claim check answers, for the components of the API document. */
export const claimSchemas = {
  MatchedFigure: objectSchema<MatchedFigure>('The published number that a verdict speaks of', {
    publicationId: uuid('Publication'),
    slug: text('Its name in the public address'),
    set: schema.oneOfTexts([...Object.keys(ANALYSIS_SETS), 'ladder'], 'Of which courses'),
    name: text('Figure or rung'),
    label: text('In words'),
    value: schema.number('In public rounding'),
    n: schema.integerOrNull('Courses it is of', 0, Number.MAX_SAFE_INTEGER),
  }),
  ClaimNote: objectSchema<ClaimNote>('What else is to be said of a number', {
    verdict,
    explanation: text('In words'),
  }),
  CheckedNumber: objectSchema<CheckedNumber>('A number that speaks of an outcome', {
    ...place,
    meaning: text('What it is taken to measure, and of whom'),
    verdict,
    explanation: text('In words'),
    figure: refOrNull('MatchedFigure', 'The figure that the verdict speaks of'),
    notes: listOf('ClaimNote', 'Beside the verdict'),
  }),
  IgnoredNumber: objectSchema<IgnoredNumber>('A number that speaks of no outcome', {
    ...place,
    reason: text('What it is taken for'),
  }),
  ClaimAnswer: objectSchema<ClaimAnswer>('What the published figures say of a text; never what the law says of it', {
    numbers: listOf('CheckedNumber', 'In the order of the text'),
    ignored: listOf('IgnoredNumber', 'In the order of the text'),
    missing: {
      type: 'array',
      description: 'What a reader would need and the text does not say',
      items: { type: 'string' },
    },
    publication: {
      description: 'The current publication that answers best; null without one',
      oneOf: [
        objectSchema<NonNullable<ClaimAnswer['publication']>>('A publication', {
          id: uuid('Its id'),
          slug: text('Its name in the public address'),
          title: text('Its title'),
        }),
        { type: 'null' },
      ],
    },
    allowed: listOf('AllowedSentence', 'What that publication allows to print'),
    footnote: { type: ['string', 'null'], description: 'What belongs under these sentences' },
  }),
};

const example: ClaimAnswer = {
  numbers: [
    {
      text: '68 %',
      start: 26,
      end: 30,
      meaning: 'fall of the mean score',
      verdict: 'supported',
      explanation: 'The mean score of the 120 who had all six infusions fell by 68 %.',
      figure: {
        publicationId: '019a5c1e-8f00-7000-8000-000000000040',
        slug: 'outcomes-2025-2026',
        set: 'completers',
        name: 'percentReductionOfMeans',
        label: 'Percent reduction of means',
        value: 68,
        n: 120,
      },
      notes: [],
    },
  ],
  ignored: [],
  missing: ['The text does not say how many patients this is about.'],
  publication: {
    id: '019a5c1e-8f00-7000-8000-000000000040',
    slug: 'outcomes-2025-2026',
    title: 'Outcomes of 2025 and 2026',
  },
  allowed: [
    {
      text: 'Among the 120 who had all six infusions the average score fell from 35.0 to 11.2, which is 68 %.',
      figures: ['completers.baselineMean', 'completers.endpointMean'],
    },
  ],
  footnote: 'Riverside, patients who started from January 2025 to December 2026.',
};

/** Documents what a claim check answers. */
export const ClaimAnswerResponse = () =>
  ApiOkResponse({
    description: 'One verdict for each number that speaks of outcomes.',
    schema: ref('ClaimAnswer'),
    example,
  });
