import type { Fault } from '../domain/fault.js';
import type { Instant } from '../domain/calendar/calendar.js';
import type { Id } from '../domain/id.js';
import type { SafetyItem } from '../domain/cudos/safety.js';
import type { ProblemTypeResponse } from './problem-type.dto.js';
import { problemTypes, type ProblemType } from './problem-types.js';
import { counted } from '../domain/numbers/words.js';

/** One fault in what was sent: where it is, which rule it breaks, and a sentence for the person who typed it. */
export interface FieldFault {
  /** JSON pointer into the body, or the name of a query parameter, e.g. `/total` or `/answers/13`. */
  pointer: string;
  /** Stable name of the rule. */
  rule: string;
  /** What is wrong and what would be right. */
  message: string;
}

/** The faults that the domain found in a field, or, where `field` says so, in the field that its own path belongs to. */
export function faultsAt(field: string | ((path: string) => string), faults: readonly Fault[]): FieldFault[] {
  const pointerTo = typeof field === 'string' ? (path: string) => field + path : field;
  return faults.map(({ rule, message, path = '' }) => ({ pointer: pointerTo(path), rule, message }));
}

/** A problem as RFC 9457 describes it; 5xx say nothing of the inside. */
export interface ProblemDocument {
  /** @example "/problems/rule-broken" */
  type: string;
  /** The same for every problem of the type. */
  title: string;
  /** HTTP status. @integer @minimum 400 @maximum 599 */
  status: number;
  /** What happened and what to do, for a person. */
  detail: string;
  /** For support. */
  requestId: string;
  /** With `rule-broken`: every fault at once. */
  errors?: FieldFault[];
  /** With `confirmation-needed`: what is unusual. */
  warnings?: {
    /** `large-change` or `opposite-answers` of a score; `similar-chart-number` or `same-person` of a new patient. */
    rule: string;
    /** What to check. */
    message: string;
    /** With a new patient: who looks the same. */
    patient?: { id: Id; chartNumber: string };
  }[];
  /**
   * With `confirmation-needed`, and with `rule-broken` where the answers themselves are right: what items 14 and 15 of
   * the unsaved form say.
   */
  safetyNotice?: {
    kind: 'positive' | 'incomplete';
    items: SafetyItem[];
    /** What to do, and what this notice is not. */
    words: string;
  } | null;
  /**
   * With `stale-version`: what is recorded now, null where nothing is; with a `conflict` over a safety notice, that
   * notice.
   * @anyOf AssessmentResponse CourseDetailResponse PatientResponse StaffResponse SafetyNoticeResponse ClinicSettingsResponse PublicationResponse SystemAccountResponse
   */
  current?: unknown;
  /** With `second-factor-needed`: what the person has. */
  factors?: ('app' | 'passkey' | 'recovery-code')[];
  /** With `withdrawn`: why, in the words of the clinic. */
  reason?: string;
  /** With `withdrawn`: when. */
  withdrawnAt?: Instant;
}

/** Extra members of a problem document: what the client needs to go on. */
export type ProblemExtras = Record<string, unknown>;

/**
 * An answer that is not a success, as RFC 9457 describes it. Services throw it; the filter sends it.
 * The detail is a whole sentence for a person: what happened and what to do.
 */
export class Problem extends Error {
  readonly status: number;
  readonly title: string;

  constructor(
    readonly type: ProblemType,
    readonly detail: string,
    readonly extras: ProblemExtras = {},
    readonly headers: Record<string, string> = {},
  ) {
    super(detail);
    ({ status: this.status, title: this.title } = problemTypes[type]);
  }

  toJSON(): Record<string, unknown> {
    return {
      type: `/problems/${this.type}`,
      title: this.title,
      status: this.status,
      detail: this.detail,
      ...this.extras,
    };
  }
}

/** What a piece of work gives, or the Problem that it throws, where one that fails must not stop the others. */
export function orProblem<T>(work: () => T): T | Problem {
  try {
    return work();
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
}

/** 422 with every fault at once. */
export function rulesBroken(errors: FieldFault[]): Problem {
  const detail =
    errors.length === 1 && errors[0]
      ? errors[0].message
      : `${counted(errors.length, 'thing needs', 'things need')} to be corrected; nothing was saved.`;
  return new Problem('rule-broken', detail, { errors });
}

/** 404, the same for what never was and for what is another clinic's. */
export function notFound(what: string): Problem {
  return new Problem('not-found', `There is no such ${what} in this clinic.`);
}

/** What a problem type means. @throws Problem 404 for a name that is none. */
export function describeProblemType(name: string): ProblemTypeResponse {
  if (!Object.hasOwn(problemTypes, name)) {
    throw new Problem('not-found', 'There is no problem type of this name.');
  }
  return { type: `/problems/${name}`, ...problemTypes[name as ProblemType] };
}
