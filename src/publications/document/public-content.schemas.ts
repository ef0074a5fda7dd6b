import { COURSE_KINDS } from '../../domain/course/record/kinds.js';
import { BENEFIT_NAMES, OUTCOMES, forEachName } from '../../domain/cohort/outcomes.js';
import { ANALYSIS_SETS } from '../../domain/cohort/sets.js';
import { PUBLIC_CHART_NAMES } from '../../domain/charts/public/public-charts.js';
import { INDICATIONS } from '../../domain/course/record/indications.js';
import type {
  AllowedSentence,
  PublicChart,
  PublicContent,
  PublicFigure,
  PublicRung,
  Withheld,
} from '../../domain/publication/published-document.js';
import * as schema from '../../http/schema.js';

const { listOf, numberOrNull, objectSchema, ref, refOrNull, text } = schema;

const UNITS = ['points', 'percent', 'standardDeviations'];
const INTERVALS = ['Student t, 95 %', 'Wilson, 95 %', 'none'];
const RUNGS = ['courses', 'withBaseline', 'withLaterScore', 'withInfusion6', 'withPostSeries'];
const count = (description: string) => schema.integerOrNull(description, 0, Number.MAX_SAFE_INTEGER);
const withheld = refOrNull('Withheld', 'Null for what is shown');

/** What the numbers of a publication say, before its approval as after it. */
export const publicContentParts: schema.SchemasOf<PublicContent> = {
  period: objectSchema<PublicContent['period']>('Whole quarters or years of the start of courses', {
    text: text('In words'),
    from: { ...text('First day'), format: 'date' },
    to: { ...text('Last day'), format: 'date' },
  }),
  cohort: objectSchema<PublicContent['cohort']>('Which courses are counted', {
    kind: schema.oneOfTextsOrNull(COURSE_KINDS, 'Null for all'),
    indication: schema.oneOfTextsOrNull(Object.keys(INDICATIONS), 'Null for all'),
    minimumBaseline: schema.integerOrNull('Lower edge of a severity band; null for all', 0, 64),
  }),
  definitions: objectSchema<PublicContent['definitions']>('What the words mean', {
    version: text('Version; explained at /published/definitions/{version}'),
    ...forEachName(BENEFIT_NAMES, (name) => text(`${OUTCOMES[name].label}, in words`)),
    score6: text('When the score at infusion 6 is taken'),
  }),
  ladder: listOf('PublicRung', 'How many courses are left at each step'),
  figures: listOf('PublicFigure', 'Each can be quoted alone'),
  charts: listOf('PublicChart', 'Each as Chart.js takes it'),
  caveats: {
    type: 'array',
    description: 'What the figures can not say',
    items: { type: 'string' },
  },
};

/** For the components of the API document. */
export const publicContentSchemas = {
  Withheld: objectSchema<Withheld>('Why a number is not public', {
    rule: schema.oneOfTexts(
      ['threshold', 'complementary', 'differencing'],
      '`threshold`: a group would have 1 to 10 patients; `complementary`: such a group could be computed from it; ' +
        '`differencing`: only in a draft that is refused as a whole because of an earlier publication',
    ),
    reason: text('In words'),
  }),
  PublicRung: objectSchema<PublicRung>('A step of the ladder', {
    name: schema.oneOfTexts(RUNGS, 'For programs'),
    label: text('For people'),
    count: count('Courses; null where withheld'),
    withheld,
  }),
  PublicFigure: objectSchema<PublicFigure>('A figure as it leaves the clinic', {
    set: schema.oneOfTexts(Object.keys(ANALYSIS_SETS), 'Which courses it is of'),
    name: text('For programs; unique within its set'),
    label: text('For people'),
    estimator: text('How it is estimated'),
    interval: schema.oneOfTexts(INTERVALS, 'Which interval it has'),
    unit: schema.oneOfTexts(UNITS, 'Unit of value and interval'),
    howCounted: text('Which courses, and what counts'),
    value: numberOrNull('Per cent whole, points and SD with one decimal; null where withheld or of nobody'),
    n: count('Courses; null where withheld'),
    count: count('Of a rate: courses that achieved it; null for others and where withheld'),
    ci95: ref('Interval'),
    withheld,
  }),
  PublicChart: objectSchema<PublicChart>('A chart as it leaves the clinic', {
    name: schema.oneOfTexts(PUBLIC_CHART_NAMES, 'For programs'),
    title: text('For people'),
    chart: refOrNull('Chart', 'Null where withheld'),
    withheld,
  }),
  AllowedSentence: objectSchema<AllowedSentence>('A sentence that the figures allow', {
    text: text('To be quoted as it is'),
    figures: {
      type: 'array',
      description: 'The `set.name` of the figures it stands on',
      items: { type: 'string' },
    },
  }),
};
