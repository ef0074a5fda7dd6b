import type { SchemaObject } from '@nestjs/swagger';
import type { FieldFault } from './problem.js';
import { integer, objectSchema, ref, text, type SchemasOf } from './schema.js';

/** Everything that a problem document can have; the types say what comes with which. */
interface ProblemDocument {
  type: string;
  title: string;
  status: number;
  detail: string;
  requestId: string;
  errors?: FieldFault[];
  warnings?: object[];
  safetyNotice?: object | null;
  current?: unknown;
  reason?: string;
  withdrawnAt?: string;
}

const extras: SchemasOf<
  Pick<Required<ProblemDocument>, 'errors' | 'warnings' | 'safetyNotice' | 'current' | 'reason' | 'withdrawnAt'>
> = {
  errors: {
    type: 'array',
    description: 'With `rule-broken`: every fault at once',
    items: objectSchema<FieldFault>('One fault', {
      pointer: text('JSON pointer into the body, or a query parameter'),
      rule: text('Stable name of the rule'),
      message: text('What is wrong and what would be right'),
    }),
  },
  warnings: {
    type: 'array',
    description: 'With `confirmation-needed`: what is unusual',
    items: objectSchema<Omit<FieldFault, 'pointer'> & { patient?: object }>(
      'One warning',
      {
        rule: text(
          '`large-change` or `opposite-answers` of a score; `similar-chart-number` or `same-person` of a new patient',
        ),
        message: text('What to check'),
        patient: objectSchema<{ id: string; chartNumber: string }>('With a new patient: who looks the same', {
          id: text('Patient'),
          chartNumber: text('Chart number'),
        }),
      },
      ['patient'],
    ),
  },
  safetyNotice: {
    description:
      'With `confirmation-needed`, and with `rule-broken` where the answers themselves are right: what items 14 and 15 ' +
      'of the unsaved form say',
    oneOf: [
      objectSchema<{ kind: string; items: object[]; words: string }>('A notice not yet kept', {
        kind: { type: 'string', enum: ['positive', 'incomplete'] },
        items: { type: 'array', items: ref('SafetyItemResponse') },
        words: text('What to do, and what this notice is not'),
      }),
      { type: 'null' },
    ],
  },
  current: {
    description:
      'With `stale-version`: what is recorded now, null where nothing is; with a `conflict` over a safety notice, ' +
      'that notice',
    anyOf: [
      'AssessmentResponse',
      'CourseDetailResponse',
      'PatientResponse',
      'StaffResponse',
      'SafetyNoticeResponse',
      'ClinicSettingsResponse',
      'PublicationResponse',
    ]
      .map((name): SchemaObject => ref(name))
      .concat({ type: 'null' }),
  },
  reason: text('With `withdrawn`: why, in the words of the clinic'),
  withdrawnAt: { ...text('With `withdrawn`: when, UTC'), format: 'date-time' },
};

/** What every answer that is not a success looks like, for the components of the API document. */
export const problemSchemas = {
  Problem: objectSchema<ProblemDocument>(
    'A problem as RFC 9457 describes it; 5xx say nothing of the inside.',
    {
      type: { type: 'string', examples: ['/problems/rule-broken'] },
      title: text('The same for every problem of the type'),
      status: integer('HTTP status', 400, 599),
      detail: text('What happened and what to do, for a person'),
      requestId: text('For support'),
      ...extras,
    },
    ['errors', 'warnings', 'safetyNotice', 'current', 'reason', 'withdrawnAt'],
  ),
};
