import { Module } from '@nestjs/common';
import { ChartDrawing } from '../drawing/chart-drawing.service.js';
import { PublishedChangesModule } from '../publications/published-changes.module.js';
import { PublishedChartController } from './published-chart.controller.js';
import { PublishedChartService } from './published-chart.service.js';
import { PublishedMemory } from './published-memory.service.js';
import { PublishedPageController } from './published-page.controller.js';
import { PublishedPageService } from './published-page.service.js';
import { PublishedController } from './published.controller.js';
import { PublishedRepository } from './published.repository.js';
import { PublishedService } from './published.service.js';
import { SigningKeysController } from './signing-keys.controller.js';
import { SnapshotChartController } from './snapshot-chart.controller.js';
import { SnapshotController } from './snapshot.controller.js';

@Module({
  imports: [PublishedChangesModule],
  controllers: [
    SigningKeysController,
    SnapshotController,
    SnapshotChartController,
    PublishedChartController,
    PublishedController,
    PublishedPageController,
  ],
  // Drawing of its own: however many strangers ask for pictures, those of the clinic don't wait for theirs.
  providers: [
    PublishedRepository,
    PublishedMemory,
    PublishedService,
    PublishedChartService,
    PublishedPageService,
    ChartDrawing,
  ],
})
export class PublishedModule {}
