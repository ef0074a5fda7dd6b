import { ClinicsAndStaff1795305600000 } from './1795305600000-clinics-and-staff.js';
import { PatientsAndCourses1795305600001 } from './1795305600001-patients-and-courses.js';
import { Assessments1795305600002 } from './1795305600002-assessments.js';
import { ImportsAndRetries1795305600003 } from './1795305600003-imports-and-retries.js';
import { ClinicSettings1795305600004 } from './1795305600004-clinic-settings.js';
import { SessionDevices1795305600005 } from './1795305600005-session-devices.js';
import { Exports1795305600006 } from './1795305600006-exports.js';
import { LookAlikes1795305600007 } from './1795305600007-look-alikes.js';
import { LastSignIn1795305600008 } from './1795305600008-last-sign-in.js';
import { Publications1795305600009 } from './1795305600009-publications.js';
import { SelfApproval1795305600010 } from './1795305600010-self-approval.js';
import { Authors1795305600011 } from './1795305600011-authors.js';
import { FreeSlugs1795305600012 } from './1795305600012-free-slugs.js';
import { PublishedTitles1795305600013 } from './1795305600013-published-titles.js';
import { CoursesUnderWay1795305600015 } from './1795305600015-courses-under-way.js';
import { ClinicLocale1795305600017 } from './1795305600017-clinic-locale.js';
import { ClosedGroups1795305600018 } from './1795305600018-closed-groups.js';
import { ColumnMappings1795305600020 } from './1795305600020-column-mappings.js';
import { SlotsByName1795305600022 } from './1795305600022-slots-by-name.js';
import { DraftKeys1795305600024 } from './1795305600024-draft-keys.js';
import { RevokedKeys1795305600025 } from './1795305600025-revoked-keys.js';
import { CourseScores1795305600026 } from './1795305600026-course-scores.js';
import { AccessGrants1795305600027 } from './1795305600027-access-grants.js';
import { RequestCounts1795305600040 } from './1795305600040-request-counts.js';
import { SigningSecrets1795305600041 } from './1795305600041-signing-secrets.js';
import { AuditEvents1795305600042 } from './1795305600042-audit-events.js';
import { Passkeys1795305600044 } from './1795305600044-passkeys.js';
import { CourseChanges1795305600045 } from './1795305600045-course-changes.js';
import { SecondFactors1795305600046 } from './1795305600046-second-factors.js';
import { RequiredSecondFactors1795305600047 } from './1795305600047-required-second-factors.js';
import { ApiTokens1795305600048 } from './1795305600048-api-tokens.js';
import { Rhythms1795305600050 } from './1795305600050-rhythms.js';
import { ClinicDays1795305600051 } from './1795305600051-clinic-days.js';
import { ClinicLocks1795305600053 } from './1795305600053-clinic-locks.js';
import { Analyze1795305600055 } from './1795305600055-analyze.js';
import { StrictAudit1795305600058 } from './1795305600058-strict-audit.js';
import { EventChanges1795305600059 } from './1795305600059-event-changes.js';
import { SingleSignOn1795305600060 } from './1795305600060-single-sign-on.js';
import { BreakGlass1795305600061 } from './1795305600061-break-glass.js';
import { CodesWithoutApp1795305600062 } from './1795305600062-codes-without-app.js';
import { SsoRemovals1795305600063 } from './1795305600063-sso-removals.js';
import { RecordSeals1795305600064 } from './1795305600064-record-seals.js';

/** Every migration, oldest first. */
export const migrations = [
  ClinicsAndStaff1795305600000,
  PatientsAndCourses1795305600001,
  Assessments1795305600002,
  ImportsAndRetries1795305600003,
  ClinicSettings1795305600004,
  SessionDevices1795305600005,
  Exports1795305600006,
  LookAlikes1795305600007,
  LastSignIn1795305600008,
  Publications1795305600009,
  SelfApproval1795305600010,
  Authors1795305600011,
  FreeSlugs1795305600012,
  PublishedTitles1795305600013,
  CoursesUnderWay1795305600015,
  ClinicLocale1795305600017,
  ClosedGroups1795305600018,
  ColumnMappings1795305600020,
  SlotsByName1795305600022,
  DraftKeys1795305600024,
  RevokedKeys1795305600025,
  CourseScores1795305600026,
  AccessGrants1795305600027,
  RequestCounts1795305600040,
  SigningSecrets1795305600041,
  AuditEvents1795305600042,
  Passkeys1795305600044,
  CourseChanges1795305600045,
  SecondFactors1795305600046,
  RequiredSecondFactors1795305600047,
  ApiTokens1795305600048,
  Rhythms1795305600050,
  ClinicDays1795305600051,
  ClinicLocks1795305600053,
  Analyze1795305600055,
  StrictAudit1795305600058,
  EventChanges1795305600059,
  SingleSignOn1795305600060,
  BreakGlass1795305600061,
  CodesWithoutApp1795305600062,
  SsoRemovals1795305600063,
  RecordSeals1795305600064,
];
