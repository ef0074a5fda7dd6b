import { Module } from '@nestjs/common';
import { CohortsModule } from '../cohorts/cohorts.module.js';
import { SigningModule } from '../signing/signing.module.js';
import { StaffModule } from '../staff/staff.module.js';
import { AgeingService } from './drift/ageing.service.js';
import { Ages } from './drift/ages.service.js';
import { ApprovalController } from './approval/approval.controller.js';
import { ApprovalService } from './approval/approval.service.js';
import { Approvers } from './approval/approvers.service.js';
import { ClaimCheckController } from './claim-check/claim-check.controller.js';
import { ClaimCheckService } from './claim-check/claim-check.service.js';
import { DraftService } from './drafting/draft.service.js';
import { PublicChange } from './approval/public-change.service.js';
import { PublicationComparison } from './approval/publication-comparison.service.js';
import { PublicationCourseRepository } from './publication-course.repository.js';
import { PublicationDetailService } from './publication-detail.service.js';
import { PublicationFigures } from './document/publication-figures.service.js';
import { PublicationPreviews } from './drafting/publication-previews.service.js';
import { PublicationController } from './publication.controller.js';
import { PublicationRepository } from './publication.repository.js';
import { PublishedChangesModule } from './approval/published-changes.module.js';
import { PublishedContent } from './document/published-content.service.js';
import { PublishedSnapshotRepository } from './document/published-snapshot.repository.js';
import { Publishing } from './approval/publishing.service.js';
import { Release } from './approval/release.service.js';
import { WithdrawalService } from './withdrawal/withdrawal.service.js';

@Module({
  imports: [CohortsModule, PublishedChangesModule, SigningModule, StaffModule],
  controllers: [PublicationController, ApprovalController, ClaimCheckController],
  providers: [
    AgeingService,
    Ages,
    ApprovalService,
    Approvers,
    ClaimCheckService,
    DraftService,
    PublicChange,
    PublicationComparison,
    PublicationCourseRepository,
    PublicationDetailService,
    PublicationFigures,
    PublicationPreviews,
    PublicationRepository,
    PublishedContent,
    PublishedSnapshotRepository,
    Publishing,
    Release,
    WithdrawalService,
  ],
})
export class PublicationsModule {}
