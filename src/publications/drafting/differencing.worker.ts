import { differencing } from '../../domain/disclosure/differencing.js';
import type { Refusal } from '../../domain/disclosure/refusal.js';
import { handleJobs } from '../../worker-queue.js';
import { fromRows, toCompare } from '../document/counted-courses.js';
import type { Comparison } from './publication-comparison.service.js';

handleJobs(({ candidate, earlier }: Comparison): Refusal | null =>
  differencing(
    toCompare(fromRows(candidate)),
    earlier.map((row) => ({ id: row.id, title: row.title, ...toCompare(fromRows(row)) })),
  ),
);
