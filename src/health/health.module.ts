import { Module } from '@nestjs/common';
import { BackupsModule } from '../backups/backups.module.js';
import { HealthController } from './health.controller.js';
import { ProblemTypesController } from './problem-types.controller.js';

@Module({ imports: [BackupsModule], controllers: [HealthController, ProblemTypesController] })
export class HealthModule {}
