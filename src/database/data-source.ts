import pg from 'pg';
import { DataSource } from 'typeorm';
import { migrations } from '../../migrations/list.js';
import { Assessment, AssessmentVersion } from '../assessments/entries/assessment.entity.js';
import { SafetyNotice } from '../assessments/safety-notices/safety-notice.entity.js';
import { Course } from '../courses/course.entity.js';
import { IdempotencyKey } from '../idempotency/idempotency-key.entity.js';
import { Patient } from '../patients/patient.entity.js';
import { PublicationCourse } from '../publications/document/publication-course.entity.js';
import { PublicationSlug } from '../publications/publication-slug.entity.js';
import { Publication } from '../publications/publication.entity.js';
import { PublishedDocumentEntity } from '../publications/document/published-document.entity.js';
import { SigningKey } from '../signing/signing-key.entity.js';
import { SpreadsheetExport } from '../spreadsheets/exporting/spreadsheet-export.entity.js';
import { SpreadsheetImport } from '../spreadsheets/importing/spreadsheet-import.entity.js';
import { Clinic } from '../staff/clinic/clinic.entity.js';
import { OneTimeLink } from '../staff/links/one-time-link.entity.js';
import { Session } from '../staff/sessions/session.entity.js';
import { SignInFailure, SignInName } from '../staff/sign-in/sign-in.entity.js';
import { Staff } from '../staff/people/staff.entity.js';
import { SnakeCase } from './snake-case.js';

// A calendar date stays the text it is; as a Date it would move by a day in some zones.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);

const entities = [
  Clinic,
  Staff,
  SignInName,
  SignInFailure,
  Session,
  OneTimeLink,
  Patient,
  Course,
  AssessmentVersion,
  Assessment,
  SafetyNotice,
  SpreadsheetImport,
  SpreadsheetExport,
  IdempotencyKey,
  Publication,
  PublicationCourse,
  PublicationSlug,
  SigningKey,
  PublishedDocumentEntity,
];

/** How to reach a database: the URL, the role to work under, and how many connections at most. */
export interface Connection {
  url: string;
  /** Role to switch to on connecting; null keeps the one of the URL. */
  role: string | null;
  poolSize: number;
}

/** The one data source of the service, the command line and the tests. Not connected yet. */
export function dataSourceFor({ url, role, poolSize }: Connection): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    poolSize,
    entities,
    migrations,
    migrationsTableName: 'migration',
    namingStrategy: new SnakeCase(),
    installExtensions: false,
    applicationName: 'cudos-outcomes',
    connectTimeoutMS: 10_000,
    extra: role === null ? {} : { options: `-c role=${role}` },
  });
}
