import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { IdempotencyModule } from '../idempotency/idempotency.module.js';
import { CohortsModule } from '../cohorts/cohorts.module.js';
import { SigningModule } from '../signing/signing.module.js';
import { StaffModule } from '../staff/staff.module.js';
import { ApprovePublicationService } from './approval/approve-publication.service.js';
import { CacheInvalidationModule } from './cache-invalidation/cache-invalidation.module.js';
import { ClaimCheckController } from './claim-check/claim-check.controller.js';
import { ClaimCheckService } from './claim-check/claim-check.service.js';
import { PublicationFiguresService } from './document/publication-figures.service.js';
import { PublishedDocumentRepository } from './document/published-document.repository.js';
import { DraftService } from './drafting/draft.service.js';
import { PublicationComparisonService } from './drafting/publication-comparison.service.js';
import { PublicationPreviewService } from './drafting/publication-preview.service.js';
import { DriftService } from './drift/drift.service.js';
import { PublicationController } from './publication.controller.js';
import { PublicationRepository } from './publication.repository.js';
import { PublicationService } from './publication.service.js';
import { WithdrawPublicationService } from './withdrawal/withdraw-publication.service.js';
import { PublicationCourse } from './document/publication-course.entity.js';
import { PublicationSlug } from './publication-slug.entity.js';
import { Publication } from './publication.entity.js';
import { PublishedDocumentEntity } from './document/published-document.entity.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([Publication, PublicationCourse, PublicationSlug, PublishedDocumentEntity]),
    IdempotencyModule,
    CohortsModule,
    CacheInvalidationModule,
    SigningModule,
    StaffModule,
  ],
  controllers: [PublicationController, ClaimCheckController],
  providers: [
    ApprovePublicationService,
    ClaimCheckService,
    DraftService,
    DriftService,
    PublicationComparisonService,
    PublicationFiguresService,
    PublicationPreviewService,
    PublicationRepository,
    PublicationService,
    PublishedDocumentRepository,
    WithdrawPublicationService,
  ],
})
export class PublicationsModule {}
