import { Module } from '@nestjs/common';
import { HealthController } from './health.controller.js';
import { ProblemTypesController } from './problem-types.controller.js';

@Module({ controllers: [HealthController, ProblemTypesController] })
export class HealthModule {}
