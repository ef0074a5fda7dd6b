import type { components } from './schema';

export type Problem = components['schemas']['ProblemDocument'];
export type FieldFault = NonNullable<Problem['errors']>[number];
export type Warning = NonNullable<Problem['warnings']>[number];

/** The service refused; the message says what happened and what to do. */
export class ApiProblem extends Error {
  constructor(
    readonly status: number,
    readonly problem: Problem,
    /** How many seconds the service asks to wait before the same is sent again; null where it does not say. */
    readonly retryAfter: number | null = null,
  ) {
    super(problem.detail);
  }

  /** The name of the problem type, e.g. `stale-version`. */
  get type(): string {
    return this.problem.type.replace('/problems/', '');
  }

  /** What is wrong with one field, by its JSON pointer; null where nothing is. */
  fault(pointer: string): string | null {
    const faults = this.problem.errors?.filter((fault) => fault.pointer === pointer) ?? [];
    return faults.length === 0 ? null : faults.map(({ message }) => message).join(' ');
  }
}

/** Nothing answered: the connection is lost, or the service is down. */
export class Unreachable extends Error {
  constructor() {
    super('The service can’t be reached. What you typed is kept; check the connection and try again.');
  }
}

/** What the service asks to confirm; empty where it asks nothing. */
export function warningsOf(error: unknown): readonly Warning[] {
  if (!(error instanceof ApiProblem) || error.type !== 'confirmation-needed') return [];
  return error.problem.warnings ?? [];
}

/** What a request asks wrongly or in vain stays so, however often it is asked. */
const LASTING = new Set([400, 403, 404, 410, 422]);

/** Could the same request be answered otherwise later, though nobody changes it? */
export function canChange(error: unknown): boolean {
  return !(error instanceof ApiProblem) || !LASTING.has(error.status);
}

/** Is it worth sending the same again, without a person doing anything? */
export function mayPass(error: unknown): boolean {
  return isCutOff(error) || (error instanceof ApiProblem && error.status === 429);
}

/** Did nothing answer, or something between the page and the service in its place? */
export function isCutOff(error: unknown): boolean {
  return error instanceof Unreachable || (error instanceof ApiProblem && error.status >= 502);
}

/** The sentence beside a field, by the JSON pointer of what is wrong with it; null where nothing is. */
export function faultOf(error: Error | null, pointer: string): string | null {
  return error instanceof ApiProblem ? error.fault(pointer) : null;
}

/** A first try whose answer was lost was saved, and then something else was typed and sent with the same key. */
export function savedAfterAll(error: Error, whatToDo: string): Error {
  if (!(error instanceof ApiProblem) || error.type !== 'key-reused') return error;
  return new Error(`Your first try was saved after all, as you had typed it then. Close this, ${whatToDo}`);
}
