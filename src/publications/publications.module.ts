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
import { PublishedDocumentRepository } from './document/published-document.repository.js';
import { DraftService } from './drafting/draft.service.js';
import { PublicationPreviewService } from './drafting/publication-preview.service.js';
import { DriftService } from './drift/drift.service.js';
import { CloseAgainService } from './groups/close-again.service.js';
import { ClosedGroupCourse, ClosedGroup } from './groups/closed-group.entity.js';
import { ClosedGroupRepository } from './groups/closed-group.repository.js';
import { ClosedGroupsController } from './groups/closed-groups.controller.js';
import { ClosedGroupsService } from './groups/closed-groups.service.js';
import { PublicChoicesService } from './groups/public-choices.service.js';
import { PublicationController } from './publication.controller.js';
import { PublicationRepository } from './publication.repository.js';
import { PublicationService } from './publication.service.js';
import { WithdrawPublicationService } from './withdrawal/withdraw-publication.service.js';
import { PublicationSlug } from './publication-slug.entity.js';
import { Publication } from './publication.entity.js';
import { PublishedDocumentEntity } from './document/published-document.entity.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([ClosedGroup, ClosedGroupCourse, Publication, PublicationSlug, PublishedDocumentEntity]),
    IdempotencyModule,
    CohortsModule,
    CacheInvalidationModule,
    SigningModule,
    StaffModule,
  ],
  controllers: [ClosedGroupsController, PublicationController, ClaimCheckController],
  providers: [
    ApprovePublicationService,
    ClaimCheckService,
    CloseAgainService,
    ClosedGroupRepository,
    ClosedGroupsService,
    DraftService,
    DriftService,
    PublicChoicesService,
    PublicationPreviewService,
    PublicationRepository,
    PublicationService,
    PublishedDocumentRepository,
    WithdrawPublicationService,
  ],
})
export class PublicationsModule {}
