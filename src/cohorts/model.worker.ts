import { fittedModel, type ModelInput } from '../domain/cohort/model-based.js';
import type { NormalModel } from '../domain/statistics/normal-model.js';
import { handleJobs } from '../worker-queue.js';

handleJobs((input: ModelInput): NormalModel | null => fittedModel(input));
