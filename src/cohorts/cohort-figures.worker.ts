import { handleJobs } from '../worker-queue.js';
import { cohortFigures } from './cohort-figures.js';

handleJobs(cohortFigures);
