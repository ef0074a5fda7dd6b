import { Module } from '@nestjs/common';
import { ChartDrawingService } from '../drawing/chart-drawing.service.js';
import { CacheInvalidationModule } from '../publications/cache-invalidation/cache-invalidation.module.js';
import { PublishedChartController } from './charts/published-chart.controller.js';
import { PublishedChartService } from './charts/published-chart.service.js';
import { PublishedDocumentController } from './documents/published-document.controller.js';
import { PublishedDocumentService } from './documents/published-document.service.js';
import { KeptDocumentsService } from './documents/kept-documents.service.js';
import { PublishedCacheService } from './documents/published-cache.service.js';
import { PublishedRepository } from './documents/published.repository.js';
import { SigningKeysController } from './documents/signing-keys.controller.js';
import { EmbedController } from './embed/embed.controller.js';
import { EmbedService } from './embed/embed.service.js';
import { PublishedPageController } from './pages/published-page.controller.js';
import { PublishedPageService } from './pages/published-page.service.js';

@Module({
  imports: [CacheInvalidationModule],
  controllers: [
    SigningKeysController,
    PublishedDocumentController,
    PublishedChartController,
    PublishedPageController,
    EmbedController,
  ],
  // Drawing of its own: however many strangers ask for pictures, those of the clinic don't wait for theirs.
  providers: [
    PublishedRepository,
    PublishedCacheService,
    KeptDocumentsService,
    PublishedDocumentService,
    PublishedChartService,
    PublishedPageService,
    EmbedService,
    ChartDrawingService,
  ],
})
export class PublishedModule {}
