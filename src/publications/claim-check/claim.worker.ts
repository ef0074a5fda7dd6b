import { checkClaim } from '../../domain/claims/check-claim.js';
import type { ClaimAnswer, ClaimSource } from '../../domain/claims/claim-answer.js';
import { handleJobs } from '../../worker-queue.js';

/** A text, and the publications that it is held against. */
export interface ClaimJob {
  text: string;
  sources: ClaimSource[];
}

handleJobs(({ text, sources }: ClaimJob): ClaimAnswer => checkClaim(text, sources));
