import { Module } from '@nestjs/common';
import { CohortsModule } from '../cohorts/cohorts.module.js';
import { SigningModule } from '../signing/signing.module.js';
import { StaffModule } from '../staff/staff.module.js';
import { AgeingService } from './ageing.service.js';
import { Ages } from './ages.service.js';
import { ApprovalController } from './approval.controller.js';
import { ApprovalService } from './approval.service.js';
import { Approvers } from './approvers.service.js';
import { ClaimCheckController } from './claim-check.controller.js';
import { ClaimCheckService } from './claim-check.service.js';
import { DraftService } from './draft.service.js';
import { PublicChange } from './public-change.service.js';
import { PublicationComparison } from './publication-comparison.service.js';
import { PublicationCourseRepository } from './publication-course.repository.js';
import { PublicationDetailService } from './publication-detail.service.js';
import { PublicationFigures } from './publication-figures.service.js';
import { PublicationPreviews } from './publication-previews.service.js';
import { PublicationController } from './publication.controller.js';
import { PublicationRepository } from './publication.repository.js';
import { PublishedChangesModule } from './published-changes.module.js';
import { PublishedContent } from './published-content.service.js';
import { PublishedSnapshotRepository } from './published-snapshot.repository.js';
import { Publishing } from './publishing.service.js';
import { Release } from './release.service.js';
import { WithdrawalService } from './withdrawal.service.js';

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
