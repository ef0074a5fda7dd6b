import type { CurrentScore } from '../../domain/course/judgement/current-score.js';
import type { EndpointOutcome } from '../../domain/course/judgement/endpoint-outcome.js';
import { ENDPOINT_RULES } from '../../domain/course/judgement/endpoint.js';
import type { Baseline, ReliableChangeBasis } from '../../domain/course/judgement/outcome.js';
import { REMISSION_RULES } from '../../domain/course/judgement/remission.js';
import type { SlotState } from '../../domain/course/judgement/slot-states.js';
import { INFUSION_NUMBERS, infusionSlot } from '../../domain/course/record/slots.js';
import { MISSED_REASONS } from '../../domain/course/record/stop-reasons.js';
import type { Trend } from '../../domain/course/judgement/trend.js';
import { MAX_TOTAL } from '../../domain/cudos/score.js';
import { SEVERITY_BANDS, type SeverityBand } from '../../domain/cudos/severity.js';
import * as schema from '../../http/schema.js';
import type { CourseOutcomeResponse } from './outcome.dto.js';

const { integerOrNull, numberOrNull, objectSchema, ref, refOrNull, text, truthOrNull } = schema;

const BANDS = SEVERITY_BANDS.map(({ name }) => name);
const MISSED = [...Object.keys(MISSED_REASONS), 'courseStopped'];
const STATES = ['due', 'scored', 'missed', 'unresolved'];
const CHANGES = ['improved', 'none', 'worsened'];
const DIRECTIONS = ['improving', 'stable', 'worsening'];

const total = schema.integer('Total score in points, higher is worse', 0, MAX_TOTAL);
const points = (against: string) => integerOrNull(`Points, positive is better, ${against}`, -MAX_TOTAL, MAX_TOTAL);
const percent = (of: string) => numberOrNull(`Per cent of the baseline, positive is better, ${of}`, undefined, 100);
const remission = (rule: keyof typeof REMISSION_RULES) =>
  schema.truth(`The endpoint is ${REMISSION_RULES[rule].highest} or lower`);

/** What is said of one course, for the components of the API document. */
export const outcomeSchemas = {
  SeverityBand: objectSchema<SeverityBand>('A range of totals that carries one word', {
    name: schema.oneOfTexts(BANDS, 'For programs'),
    label: text('For people'),
    from: schema.integer('Lowest total', 0, MAX_TOTAL),
    to: schema.integer('Highest total', 0, MAX_TOTAL),
  }),
  SlotState: objectSchema<SlotState>('What is known of one of the six infusions today', {
    slot: schema.oneOfTexts(INFUSION_NUMBERS.map(infusionSlot), 'The slot'),
    infusion: schema.integer('Its infusion', 1, 6),
    state: schema.oneOfTexts(STATES, '`unresolved`: its day has passed, nobody said what happened'),
    on: schema.dayOrNull('Clinical date of what is recorded'),
    total: integerOrNull('Total score in points, higher is worse', 0, MAX_TOTAL),
    dueOn: schema.dayOrNull('Planned day of a slot that is due or unresolved'),
    missedReason: schema.oneOfTextsOrNull(MISSED, '`courseStopped`: the course ended before'),
  }),
  Baseline: objectSchema<Baseline>('The score at infusion 1', {
    total,
    on: schema.dayOrNull('Clinical date'),
    band: ref('SeverityBand'),
  }),
  CurrentScore: objectSchema<CurrentScore>('The latest score, never the endpoint by itself', {
    slot: {
      ...text('The slot, also after the series'),
      pattern: '^(infusion-[1-6]|post-series|follow-up-[1-9]\\d*)$',
    },
    total,
    on: { ...text('Clinical date'), format: 'date' },
    band: ref('SeverityBand'),
    reductionSinceBaseline: points('since the baseline'),
    percentReductionSinceBaseline: percent('since the baseline'),
    reductionSinceLast: points('since the score before'),
  }),
  Trend: objectSchema<Trend>('Which way the latest three scores went', {
    direction: schema.oneOfTexts(DIRECTIONS, '`stable`: not more than a reliable change'),
    totals: { type: 'array', description: 'The three, oldest first', items: total },
    reduction: schema.integer('Points from the first to the last of them, positive is better', -MAX_TOTAL, MAX_TOTAL),
  }),
  EndpointOutcome: objectSchema<EndpointOutcome>('An endpoint and what it says of the course', {
    infusion: integerOrNull('Where it was taken; null: after the series', 2, 6),
    total,
    band: ref('SeverityBand'),
    reduction: points('from baseline to endpoint; null without a baseline'),
    percentReduction: percent('null without a baseline above 0'),
    response: truthOrNull('The endpoint is at most half of the baseline, and that is above 0'),
    remissionBelow20: remission('below-20'),
    remissionAtMost10: remission('at-most-10'),
    worsened: truthOrNull('The endpoint is higher than the baseline'),
    reliableChange: schema.oneOfTextsOrNull(CHANGES, 'Against the threshold; null without one'),
  }),
  ReliableChangeBasis: objectSchema<ReliableChangeBasis>('What a reliable change is measured by', {
    threshold: numberOrNull('Points; more than this is reliable. Null without an SD', 0),
    sdOfBaselines: numberOrNull('Points; null under two baselines', 0),
    baselines: schema.count('How many baselines the SD is of; from a few it says little'),
    sdSource: text('Whose baselines they are'),
  }),
  CourseOutcome: objectSchema<CourseOutcomeResponse>('What one course achieved so far', {
    courseId: { ...text('The course'), format: 'uuid' },
    chartNumber: text('The chart number of the patient'),
    asOf: { ...text('When it was computed'), format: 'date-time' },
    definitionsVersion: text('The version of the definitions behind every figure'),
    status: schema.oneOfTexts(['active', 'completed', 'stopped'], '`completed`: infusion 6 is scored or missed'),
    slots: schema.listOf('SlotState', 'The six infusions'),
    infusionsScored: schema.integer('How many of them have a total', 0, 6),
    baseline: refOrNull('Baseline', 'Null without a score at infusion 1'),
    current: refOrNull('CurrentScore', 'Null without any score'),
    trend: refOrNull('Trend', 'Null under three scores, and without a reliable change to tell by'),
    endpointRule: schema.oneOfTexts(ENDPOINT_RULES, 'The rule that `endpoint` follows'),
    endpoint: refOrNull('EndpointOutcome', 'By the rule asked for; null while there is none'),
    endpoints: schema.eachOf(
      ENDPOINT_RULES,
      refOrNull('EndpointOutcome', 'Null while there is none by this rule'),
      'The endpoint by each rule',
    ),
    reliableChangeBasis: ref('ReliableChangeBasis'),
  }),
};
