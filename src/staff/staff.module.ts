import { Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditModule } from '../audit/audit.module.js';
import { IdempotencyModule } from '../idempotency/idempotency.module.js';
import { SigningModule } from '../signing/signing.module.js';
import { IdentityProviderService } from './sso/identity-provider.service.js';
import { SsoAttemptService } from './sso/sso-attempt.service.js';
import { SsoAttempt, SsoIdentity } from './sso/sso.entity.js';
import { SsoController } from './sso/sso.controller.js';
import { OwnSsoController } from './sso/own-sso.controller.js';
import { SsoLinkService } from './sso/sso-link.service.js';
import { SsoRemovalService } from './sso/sso-removal.service.js';
import { SsoPersonService } from './sso/sso-person.service.js';
import { SsoRepository } from './sso/sso.repository.js';
import { SsoSignInService } from './sso/sso-sign-in.service.js';
import { AccessCheckService } from './sessions/access-check.service.js';
import { AccountController } from './sign-in/account.controller.js';
import { ClinicCalendarService } from './clinic/clinic-calendar.service.js';
import { BreakGlassService } from './clinic/break-glass.service.js';
import { ClinicController } from './clinic/clinic.controller.js';
import { ClinicService } from './clinic/clinic.service.js';
import { PasskeyCheckService } from './passkeys/passkey-check.service.js';
import { PasskeyController } from './passkeys/passkey.controller.js';
import { Passkey, PasskeyChallenge } from './passkeys/passkey.entity.js';
import { PasskeyRepository } from './passkeys/passkey.repository.js';
import { PasskeyService } from './passkeys/passkey.service.js';
import { PasskeySignInService } from './passkeys/passkey-sign-in.service.js';
import { OneTimeLinkRepository } from './links/one-time-link.repository.js';
import { OneTimeLinkService } from './links/one-time-link.service.js';
import { OwnSessionService } from './sessions/own-session.service.js';
import { PasswordChangeService } from './sign-in/password-change.service.js';
import { RedemptionService } from './links/redemption.service.js';
import { SessionGuard } from './sessions/session.guard.js';
import { SessionRepository } from './sessions/session.repository.js';
import { SessionService } from './sessions/session.service.js';
import { SetupController } from './setup/setup.controller.js';
import { SetupService } from './setup/setup.service.js';
import { SignInController } from './sign-in/sign-in.controller.js';
import { SignInFailureRepository } from './sign-in/sign-in-failure.repository.js';
import { CodeCheckService } from './second-factor/code-check.service.js';
import { FactorResetService } from './second-factor/factor-reset.service.js';
import { SecondFactor } from './second-factor/second-factor.entity.js';
import { SecondFactorController } from './second-factor/second-factor.controller.js';
import { SecondFactorRepository } from './second-factor/second-factor.repository.js';
import { SecondFactorService } from './second-factor/second-factor.service.js';
import { CredentialCheckService } from './sign-in/credential-check.service.js';
import { SessionStartService } from './sign-in/session-start.service.js';
import { SecondStepService } from './sign-in/second-step.service.js';
import { SignInService } from './sign-in/sign-in.service.js';
import { SignInThrottleService } from './sign-in/sign-in-throttle.service.js';
import { StaffController } from './people/staff.controller.js';
import { PersonResetService } from './people/person-reset.service.js';
import { StaffRepository } from './people/staff.repository.js';
import { StaffService } from './people/staff.service.js';
import { AccessGrant } from './people/access-grant.entity.js';
import { AccessGrantRepository } from './people/access-grant.repository.js';
import { OwnGrantService } from './people/own-grant.service.js';
import { Clinic, ClinicLock } from './clinic/clinic.entity.js';
import { OneTimeLink } from './links/one-time-link.entity.js';
import { Session } from './sessions/session.entity.js';
import { SignInFailure, SignInName } from './sign-in/sign-in.entity.js';
import { Staff } from './people/staff.entity.js';
import { ApiToken, ApiTokenSecret } from './tokens/api-token.entity.js';
import { ApiTokenRepository } from './tokens/api-token.repository.js';
import { ApiTokenService } from './tokens/api-token.service.js';
import { SystemAccountController } from './tokens/system-account.controller.js';
import { SystemAccountRepository } from './tokens/system-account.repository.js';
import { SystemAccountService } from './tokens/system-account.service.js';
import { TokenAccessService } from './tokens/token-access.service.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([
      AccessGrant,
      ApiToken,
      ApiTokenSecret,
      Clinic,
      ClinicLock,
      OneTimeLink,
      Passkey,
      PasskeyChallenge,
      SecondFactor,
      Session,
      SignInFailure,
      SignInName,
      SsoAttempt,
      SsoIdentity,
      Staff,
    ]),
    AuditModule,
    IdempotencyModule,
    DiscoveryModule,
    SigningModule,
  ],
  controllers: [
    AccountController,
    OwnSsoController,
    PasskeyController,
    SecondFactorController,
    SignInController,
    SetupController,
    StaffController,
    ClinicController,
    SsoController,
    SystemAccountController,
  ],
  providers: [
    AccessCheckService,
    AccessGrantRepository,
    ApiTokenRepository,
    ApiTokenService,
    BreakGlassService,
    ClinicCalendarService,
    ClinicService,
    CodeCheckService,
    CredentialCheckService,
    FactorResetService,
    IdentityProviderService,
    OneTimeLinkRepository,
    OneTimeLinkService,
    OwnGrantService,
    OwnSessionService,
    PasskeyCheckService,
    PasskeyRepository,
    PasskeyService,
    PasskeySignInService,
    PasswordChangeService,
    RedemptionService,
    SecondFactorRepository,
    SecondFactorService,
    SecondStepService,
    SessionGuard,
    SessionRepository,
    SessionService,
    SessionStartService,
    SetupService,
    SignInFailureRepository,
    SignInService,
    SignInThrottleService,
    PersonResetService,
    SsoAttemptService,
    SsoLinkService,
    SsoPersonService,
    SsoRemovalService,
    SsoRepository,
    SsoSignInService,
    StaffRepository,
    StaffService,
    SystemAccountRepository,
    SystemAccountService,
    TokenAccessService,
  ],
  exports: [
    ClinicCalendarService,
    ClinicService,
    FactorResetService,
    SessionGuard,
    SetupService,
    StaffRepository,
    StaffService,
  ],
})
export class StaffModule {}
