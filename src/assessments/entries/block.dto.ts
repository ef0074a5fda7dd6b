import { Type } from 'class-transformer';
import { Allow, ArrayMaxSize, ArrayMinSize, IsArray, IsUUID, ValidateNested } from 'class-validator';
import type { Id } from '../../domain/id.js';
import type { ProblemDocument } from '../../http/problem.js';
import { etagOf } from '../../http/version.js';
import type { RecordedResponse } from './assessment.dto.js';
import { AssessmentRequest } from './assessment-request.dto.js';

const SIZE = { message: 'A block has 1 to 500 entries; send more in several blocks.' };

/** One entry of a block: which visit, what is said of it, and what the person saw there. */
export class BlockEntry extends AssessmentRequest {
  /** @example "0198c5a2-7a3b-7c1d-9e2f-3a4b5c6d7e8f" */
  @IsUUID(undefined, { message: 'The course must be named by its id, a UUID.' })
  courseId: string;

  /** @example "infusion-1" */
  @Allow()
  slot: string;

  /**
   * The ETag of the version that is amended, as in If-Match; null for the first entry, as with If-None-Match: *
   * @example "\"1\""
   */
  @Allow()
  ifMatch: string | null;
}

export class BlockRequest {
  @IsArray(SIZE)
  @ArrayMinSize(1, SIZE)
  @ArrayMaxSize(500, SIZE)
  @ValidateNested({ each: true, message: 'Each entry is an object.' })
  @Type(() => BlockEntry)
  entries: BlockEntry[];
}

/** What became of one entry. */
export interface BlockItemResponse {
  courseId: Id;
  /** @example "infusion-1" */
  slot: string;
  /** As if it had been sent alone: 201, 200, or that of the problem. @example 201 @integer */
  status: number;
  /** Of what is recorded, for a later `ifMatch`; null where it was not. @example "\"1\"" */
  etag: string | null;
  /** Null where it was not recorded. */
  recorded: RecordedResponse | null;
  /**
   * Why it was not recorded; nothing of this entry was saved then, and the others do not depend on it.
   * @example {"type":"/problems/rule-broken","title":"A rule is broken","status":422,"detail":"A total is a whole number from 0 to 64.","requestId":"r-1"}
   */
  problem: ProblemDocument | null;
}

export interface BlockResponse {
  /** In the order in which they were sent. */
  items: BlockItemResponse[];
}

export function toRecordedItem(
  { courseId, slot }: BlockEntry,
  { created, response }: { created: boolean; response: RecordedResponse },
): BlockItemResponse {
  const status = created ? 201 : 200;
  return { courseId, slot, status, etag: etagOf(response.version), recorded: response, problem: null };
}

export function toRefusedItem({ courseId, slot }: BlockEntry, problem: ProblemDocument): BlockItemResponse {
  return { courseId, slot, status: problem.status, etag: null, recorded: null, problem };
}
