import { Module } from '@nestjs/common';
import { ChartDrawing } from '../drawing/chart-drawing.service.js';
import { PublishedChangesModule } from '../publications/approval/published-changes.module.js';
import { PublishedChartController } from './charts/published-chart.controller.js';
import { PublishedChartService } from './charts/published-chart.service.js';
import { PublishedMemory } from './documents/published-memory.service.js';
import { PublishedPageController } from './pages/published-page.controller.js';
import { PublishedPageService } from './pages/published-page.service.js';
import { PublishedController } from './documents/published.controller.js';
import { PublishedRepository } from './documents/published.repository.js';
import { PublishedService } from './documents/published.service.js';
import { SigningKeysController } from './documents/signing-keys.controller.js';
import { SnapshotChartController } from './charts/snapshot-chart.controller.js';
import { SnapshotController } from './documents/snapshot.controller.js';

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
