import { Injectable, Logger } from '@nestjs/common';
import { problemOf } from '../../http/problem.filter.js';
import { orProblem, Problem, rulesBroken, type ProblemDocument } from '../../http/problem.js';
import { preconditionOf } from '../../http/version.js';
import type { Actor } from '../../staff/sessions/actor.js';
import { AssessmentService } from './assessment.service.js';
import { toRecordedItem, toRefusedItem } from './block.dto.js';
import type { BlockEntry, BlockItemResponse, BlockResponse } from './block.dto.js';
import type { EntryToRecord } from './judged-entry.js';
import { slotOf } from './slot.pipe.js';

/** Records many entries, as a block pasted from a spreadsheet. */
@Injectable()
export class BlockService {
  private readonly logger = new Logger('block');

  constructor(private readonly assessments: AssessmentService) {}

  /**
   * Records the entries of one course after the other, those of a course in one transaction. An entry that is refused changes
   * nothing of the others.
   * @throws Problem 422 for a visit that is in the block twice; nothing is saved then.
   */
  async record(actor: Actor, entries: readonly BlockEntry[]): Promise<BlockResponse> {
    refuseTwice(entries);
    const items = new Map<BlockEntry, BlockItemResponse>();
    for (const own of byCourse(entries)) {
      for (const item of await this.recordCourse(actor, own)) items.set(...item);
    }
    return { items: entries.flatMap((entry) => items.get(entry) ?? []) };
  }

  private async recordCourse(
    actor: Actor,
    own: readonly BlockEntry[],
  ): Promise<(readonly [BlockEntry, BlockItemResponse])[]> {
    const read = own.map((entry) => [entry, toRecord(entry)] as const);
    const good = read.flatMap(([, one]) => (one instanceof Problem ? [] : [one]));
    const { courseId = '' } = own[0] ?? {};
    const recording = good.length === 0 ? [] : this.assessments.recordAll(actor, courseId, good);
    // What is wrong with the whole course, or with the database, is wrong with each of its entries.
    const recorded = await Promise.resolve(recording).catch((error: unknown) => good.map(() => this.explain(error)));
    const results = recorded.values();
    return read.map(([entry, one]) => {
      const result = one instanceof Problem ? one : results.next().value;
      if (result !== undefined && !(result instanceof Problem)) return [entry, toRecordedItem(entry, result)];
      const document = { ...result?.toJSON(), requestId: actor.requestId };
      return [entry, toRefusedItem(entry, document as ProblemDocument)];
    });
  }

  private explain(error: unknown): Problem {
    const problem = problemOf(error);
    if (problem.status >= 500) this.logger.error(problem.type);
    return problem;
  }
}

/** An entry as it is recorded; the Problem, where its slot or its precondition can't be read. */
function toRecord(entry: BlockEntry): EntryToRecord | Problem {
  const { ifMatch } = entry;
  return orProblem(() => {
    const precondition = preconditionOf(ifMatch === null ? { 'if-none-match': '*' } : { 'if-match': ifMatch });
    return { slot: slotOf(entry.slot), precondition, request: entry };
  });
}

function byCourse(entries: readonly BlockEntry[]): BlockEntry[][] {
  const courses = new Map<string, BlockEntry[]>();
  for (const entry of entries) courses.set(entry.courseId, [...(courses.get(entry.courseId) ?? []), entry]);
  return [...courses.values()];
}

function refuseTwice(entries: readonly BlockEntry[]): void {
  const visits = entries.map(({ courseId, slot }) => `${courseId} ${slot}`);
  const message = 'This visit is in the block twice; send each visit once.';
  const faults = visits.flatMap((visit, at) =>
    visits.indexOf(visit) === at ? [] : [{ pointer: `/entries/${at}/slot`, rule: 'twice', message }],
  );
  if (faults.length > 0) throw rulesBroken(faults);
}
