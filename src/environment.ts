import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { identityProviderIn, type IdentityProviderSettings } from './identity-provider-settings.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Every setting of the service, read and checked once at start. */
export class Environment {
  /** Address to listen on. Loopback unless said otherwise: the service speaks plain HTTP. */
  readonly host: string;
  /** TCP port, 0-65535; 0 takes a free one. */
  readonly port: number;
  /** PostgreSQL >= 15 to use; null starts the embedded one in `dataDir`. */
  readonly databaseUrl: string | null;
  /** A replica of it that reports read, and how many milliseconds it may be behind; null where there is none. */
  readonly replica: { url: string; longestLag: number } | null;
  /** Folder of the embedded database. */
  readonly dataDir: string;
  /** Folder of the private keys with which clinics sign what they publish. */
  readonly signingKeysDir: string;
  /** File that encrypts these keys, which are then in the database for all its processes; null keeps them in the folder. */
  readonly signingKeyFile: string | null;
  /** Unprivileged account that runs the embedded database when the service is root. */
  readonly databaseAccount: string | null;
  /** Connections in the pool, 1-200. */
  readonly databasePool: number;
  /** Milliseconds that a statement may take before it is ended. */
  readonly databaseTimeout: number;
  /** The address people type, e.g. `https://outcomes.example.org`; null where it is not known. */
  readonly publicUrl: string | null;
  /** Where people sign in besides; null where nobody signs in anywhere else. */
  readonly identityProvider: IdentityProviderSettings | null;
  /** Whether a reverse proxy in front sets `X-Forwarded-For` and `-Proto`. */
  readonly trustProxy: boolean;
  readonly logLevel: string;
  /** Milliseconds without a request after which a session ends. */
  readonly sessionIdle: number;
  /** Milliseconds after sign-in at which a session ends in any case. */
  readonly sessionLifetime: number;
  /** Requests a minute that one address may make. */
  readonly requestsPerMinute: number;
  /** Requests a minute for published figures that one address may make, counted apart. */
  readonly publicRequestsPerMinute: number;
  /** Requests a minute with a password or a one-time link that one address may make. */
  readonly signInsPerMinute: number;
  /** Folder that backups are written to; null makes none by itself. */
  readonly backupDir: string | null;
  /** Milliseconds from one backup to the next. */
  readonly backupEvery: number;
  /** How many backups are kept, 1-1000. */
  readonly backupKeep: number;
  /** Public keys of age that backups are encrypted to; none leaves them readable. */
  readonly backupRecipients: readonly string[];
  /** How often the latest backup is restored on trial, in milliseconds; null never. */
  readonly backupDrillEvery: number | null;
  /** File with the private key of age that such a trial opens encrypted backups with; null where they are not encrypted. */
  readonly backupDrillIdentity: string | null;
  /** Largest spreadsheet that can be imported, in bytes. */
  readonly importBytes: number;

  constructor(source: Record<string, string | undefined>, faults: string[] = []) {
    const read = new Reader(source, faults);
    this.host = read.text('HOST', 'localhost');
    this.port = read.whole('PORT', 3000, 0, 65_535);
    this.databaseUrl = read.databaseUrl('DATABASE_URL');
    const replicaUrl = read.databaseUrl('DATABASE_REPLICA_URL');
    const longestLag = read.whole('DATABASE_REPLICA_LAG_SECONDS', 10, 1, 3600) * 1000;
    this.replica = replicaUrl === null ? null : { url: replicaUrl, longestLag };
    if (this.replica && this.databaseUrl === null)
      faults.push('DATABASE_REPLICA_URL needs the DATABASE_URL that it is a replica of.');
    this.dataDir = resolve(read.text('DATA_DIR', 'data'));
    this.signingKeysDir = resolve(read.text('SIGNING_KEYS_DIR', join(this.dataDir, 'signing-keys')));
    this.signingKeyFile = read.optionalPath('SIGNING_KEY_FILE');
    this.databaseAccount = read.text('DATABASE_ACCOUNT', '') || null;
    this.databasePool = read.whole('DATABASE_POOL', 10, 1, 200);
    this.databaseTimeout = read.whole('DATABASE_TIMEOUT_SECONDS', 60, 1, 3600) * 1000;
    this.publicUrl = read.publicUrl('PUBLIC_URL');
    this.identityProvider = identityProviderIn(source, this.publicUrl, faults);
    this.trustProxy = read.yesOrNo('TRUST_PROXY', false);
    this.logLevel = read.oneOf('LOG_LEVEL', 'info', ['trace', 'debug', 'info', 'warn', 'error', 'silent']);
    this.sessionIdle = read.whole('SESSION_IDLE_MINUTES', 15, 1, 24 * 60) * MINUTE;
    this.sessionLifetime = read.whole('SESSION_HOURS', 12, 1, 24 * 7) * HOUR;
    this.requestsPerMinute = read.whole('REQUESTS_PER_MINUTE', 1200, 10, 100_000_000);
    this.publicRequestsPerMinute = read.whole('PUBLIC_REQUESTS_PER_MINUTE', 600, 1, 100_000_000);
    this.signInsPerMinute = read.whole('SIGN_INS_PER_MINUTE', 60, 1, 100_000_000);
    this.backupDir = read.optionalPath('BACKUP_DIR');
    this.backupEvery = read.whole('BACKUP_EVERY', 24, 1, 24 * 31) * HOUR;
    this.backupKeep = read.whole('BACKUP_KEEP', 14, 1, 1000);
    this.backupRecipients = read
      .text('BACKUP_RECIPIENTS', '')
      .split(/[\s,]+/)
      .filter(Boolean);
    this.backupDrillEvery = read.text('BACKUP_DRILL_EVERY', '')
      ? read.whole('BACKUP_DRILL_EVERY', 24, 1, 24 * 366) * HOUR
      : null;
    this.backupDrillIdentity = read.optionalPath('BACKUP_DRILL_IDENTITY');
    faults.push(...drillFaults(this));
    this.importBytes = read.whole('IMPORT_MEGABYTES', 64, 1, 4096) * 1024 * 1024;
  }

  /** Whether cookies may only travel over https. */
  get secureCookies(): boolean {
    return this.publicUrl?.startsWith('https:') ?? false;
  }
}

/** What is missing for restoring backups on trial, and what would do nothing. */
function drillFaults(settings: Environment): string[] {
  const { backupDir, backupRecipients, backupDrillEvery, backupDrillIdentity } = settings;
  const faults: string[] = [];
  if (backupDrillEvery !== null && backupDir === null) {
    faults.push('BACKUP_DRILL_EVERY needs BACKUP_DIR: without it there are no backups to restore on trial.');
  }
  if (backupDrillEvery !== null && backupRecipients.length > 0 && backupDrillIdentity === null) {
    faults.push(
      'BACKUP_DRILL_EVERY needs BACKUP_DRILL_IDENTITY where BACKUP_RECIPIENTS is set: a backup that this machine can’t open, it ' +
        'can’t try. Name a file with the private key of one of the recipients, or run “cudos restore --drill” where that key is.',
    );
  }
  if (backupDrillIdentity !== null && backupDrillEvery === null) {
    faults.push('BACKUP_DRILL_IDENTITY does nothing without BACKUP_DRILL_EVERY.');
  }
  if (backupDrillIdentity !== null && !existsSync(backupDrillIdentity)) {
    faults.push('BACKUP_DRILL_IDENTITY names a file that is not there, or that this account may not see.');
  }
  return faults;
}

/** A setting that can't be used; the message is one line for each, for the person at the terminal. */
export class SettingsError extends Error {}

/**
 * Reads every setting once.
 * @throws SettingsError naming all settings that are wrong, what they may be and what they were.
 */
export function readEnvironment(source: Record<string, string | undefined> = process.env): Environment {
  const faults: string[] = [];
  const environment = new Environment(source, faults);
  if (existsSync(environment.dataDir) && environment.dataDir === resolve('/')) {
    faults.push('DATA_DIR must not be the root of the file system.');
  }
  const { backupDir, dataDir } = environment;
  if (backupDir !== null && `${backupDir}/`.startsWith(`${dataDir}/`)) {
    faults.push('BACKUP_DIR must not be inside DATA_DIR: who loses the one would lose the other.');
  }
  if (faults.length > 0) throw new SettingsError(faults.join('\n'));
  return environment;
}

class Reader {
  constructor(
    private readonly source: Record<string, string | undefined>,
    private readonly faults: string[],
  ) {}

  text(name: string, otherwise: string): string {
    return this.source[name]?.trim() || otherwise;
  }

  optionalPath(name: string): string | null {
    const text = this.text(name, '');
    return text === '' ? null : resolve(text);
  }

  whole(name: string, otherwise: number, from: number, to: number): number {
    const text = this.text(name, String(otherwise));
    const value = Number(text);
    if (/^\d+$/.test(text) && value >= from && value <= to) return value;
    this.faults.push(`${name} must be a whole number from ${from} to ${to}, not "${text}".`);
    return otherwise;
  }

  yesOrNo(name: string, otherwise: boolean): boolean {
    return this.oneOf(name, otherwise ? 'yes' : 'no', ['yes', 'no', 'true', 'false']).match(/^(yes|true)$/)
      ? true
      : false;
  }

  oneOf(name: string, otherwise: string, allowed: string[]): string {
    const text = this.text(name, otherwise).toLowerCase();
    if (allowed.includes(text)) return text;
    this.faults.push(`${name} must be one of ${allowed.join(', ')}, not "${text}".`);
    return otherwise;
  }

  databaseUrl(name: string): string | null {
    const text = this.text(name, '');
    if (text === '') return null;
    // The value may hold a password, so it is never repeated in the message.
    // A socket's address has no host between @ and /, which only PostgreSQL takes for a URL.
    const parses = URL.canParse(text.replace('@/', '@localhost/'));
    if (/^postgres(ql)?:\/\//.test(text) && parses) return text;
    this.faults.push(`${name} must look like postgres://user:password@host:5432/database.`);
    return null;
  }

  publicUrl(name: string): string | null {
    const text = this.text(name, '');
    if (text === '') return null;
    if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) {
      return text.replace(/\/+$/, '');
    }
    this.faults.push(`${name} must look like https://outcomes.example.org, not "${text}".`);
    return null;
  }
}
