import { Module } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { SigningModule } from '../signing/signing.module.js';
import { AccessCheck } from './access-check.js';
import { AccountController } from './account.controller.js';
import { ClinicCalendar } from './clinic-calendar.js';
import { ClinicController } from './clinic.controller.js';
import { ClinicService } from './clinic.service.js';
import { OneTimeLinkRepository } from './one-time-link.repository.js';
import { OneTimeLinkService } from './one-time-link.service.js';
import { OwnSessionService } from './own-session.service.js';
import { PasswordChangeService } from './password-change.service.js';
import { RedemptionService } from './redemption.service.js';
import { SessionGuard } from './session.guard.js';
import { SessionRepository } from './session.repository.js';
import { SessionService } from './session.service.js';
import { SetupController } from './setup.controller.js';
import { SetupService } from './setup.service.js';
import { SignInController } from './sign-in.controller.js';
import { SignInFailureRepository } from './sign-in-failure.repository.js';
import { SignInService } from './sign-in.service.js';
import { SignInThrottle } from './sign-in-throttle.js';
import { StaffController } from './staff.controller.js';
import { StaffRepository } from './staff.repository.js';
import { StaffService } from './staff.service.js';

@Module({
  imports: [DiscoveryModule, SigningModule],
  controllers: [AccountController, SignInController, SetupController, StaffController, ClinicController],
  providers: [
    AccessCheck,
    ClinicCalendar,
    ClinicService,
    { provide: APP_GUARD, useClass: SessionGuard },
    OneTimeLinkRepository,
    OneTimeLinkService,
    OwnSessionService,
    PasswordChangeService,
    RedemptionService,
    SessionRepository,
    SessionService,
    SetupService,
    SignInFailureRepository,
    SignInService,
    SignInThrottle,
    StaffRepository,
    StaffService,
  ],
  exports: [ClinicCalendar, ClinicService, SetupService, StaffRepository, StaffService],
})
export class StaffModule {}
