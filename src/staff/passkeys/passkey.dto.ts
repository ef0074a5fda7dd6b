import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsIn, IsOptional, Matches } from 'class-validator';
import type { Instant } from '../../domain/calendar/calendar.js';
import type { WholeNumber } from '../../domain/numbers/number-types.js';
import type { Id } from '../../domain/id.js';
import { IsLine } from '../../http/field-rules.js';
import { Trimmed } from '../../http/fields.js';
import type { Passkey } from './passkey.entity.js';

const TRANSPORTS = ['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb'] as const;
type Transport = (typeof TRANSPORTS)[number];
const TRANSPORTS_WRONG = { message: `Transports are a list of ${TRANSPORTS.join(', ')}.` };

/** Bytes as browsers write them, in base64url without padding. */
const IsBytes = (longest: number) =>
  applyDecorators(
    Matches(new RegExp(`^[\\w-]{1,${longest}}$`), { message: 'This is not what a passkey answers. Try again.' }),
    ApiProperty({ pattern: `^[A-Za-z0-9_-]{1,${longest}}$` }),
  );

export class NewPasskeyRequest {
  /**
   * By which the person knows it among others
   * @example "Work laptop"
   */
  @Trimmed()
  @IsLine(60, 'A name has 1 to 60 characters, without line breaks.')
  name: string;

  /**
   * As `navigator.credentials.create()` gave it, in base64url
   * @example "eyJ0eXBlIjoid2ViYXV0aG4uY3JlYXRlIn0"
   */
  @IsBytes(4000)
  clientDataJSON: string;

  /**
   * As `navigator.credentials.create()` gave it, in base64url
   * @example "o2NmbXRkbm9uZWdhdHRTdG10oGhhdXRoRGF0YVik"
   */
  @IsBytes(40_000)
  attestationObject: string;

  /**
   * What `getTransports()` says
   * @example ["internal", "hybrid"]
   */
  @IsOptional()
  @IsIn(TRANSPORTS, { each: true, ...TRANSPORTS_WRONG })
  @ArrayMaxSize(TRANSPORTS.length, TRANSPORTS_WRONG)
  @IsArray(TRANSPORTS_WRONG)
  transports?: Transport[];
}

/** What `navigator.credentials.get()` gave, in base64url. */
export class PasskeyRequest {
  /** @example "rT9kEo2mXQ0Jv3mB3o1m5g" */
  @IsBytes(1364)
  id: string;

  /** @example "eyJ0eXBlIjoid2ViYXV0aG4uZ2V0In0" */
  @IsBytes(4000)
  clientDataJSON: string;

  /** @example "SZYN5YgOjGh0NBcPZHZgW4_krrmihjLHmVzzuoMdl2MdAAAAAQ" */
  @IsBytes(4000)
  authenticatorData: string;

  /** @example "MEUCIQDm1x0q9lJrVb0n4w" */
  @IsBytes(2000)
  signature: string;

  /**
   * Needed at sign-in: it says whose the passkey is
   * @example "AZpcHo8AcACAAAAAAAAAAQGaXB6PAHAAgAAAAAAAAAI"
   */
  @IsOptional()
  @IsBytes(86)
  userHandle?: string;
}

export interface PasskeyResponse {
  id: Id;
  /** @example "Work laptop" */
  name: string;
  /** Whether it is copied to other devices of the person, as a password manager does. */
  backedUp: boolean;
  createdAt: Instant;
  /** Null where nobody signed in with it yet. */
  lastUsedAt: Instant | null;
}

export interface NewPasskeyResponse extends PasskeyResponse {
  /**
   * Ten, each good for one sign-in with the password and without the passkey; shown this once. Null where the person has some already
   * @example ["7k2m-p9qd-x4tz-0abc"]
   */
  recoveryCodes: string[] | null;
}

export interface PasskeyListResponse {
  items: PasskeyResponse[];
}

/** One that a browser knows by its id. */
export interface KnownCredential {
  /** @example "rT9kEo2mXQ0Jv3mB3o1m5g" */
  id: string;
  type: 'public-key';
  transports: Transport[];
}

/** For `PublicKeyCredential.parseRequestOptionsFromJSON()`. */
export interface PasskeyOptionsResponse {
  /** Good once, for 5 minutes. @example "n2CkH1dYb3y6Qn0Yd0p2Zw" */
  challenge: string;
  /** @example "outcomes.example.org" */
  rpId: string;
  /** Milliseconds. @example 300000 */
  timeout: WholeNumber;
  userVerification: 'required';
  /** Empty at sign-in: the device shows which it has. */
  allowCredentials: KnownCredential[];
}

/** For `PublicKeyCredential.parseCreationOptionsFromJSON()`. */
export interface NewPasskeyOptionsResponse {
  /** Good once, for 5 minutes. @example "n2CkH1dYb3y6Qn0Yd0p2Zw" */
  challenge: string;
  rp: {
    /** @example "outcomes.example.org" */
    id: string;
    /** @example "CUDOS outcomes" */
    name: string;
  };
  user: {
    /** @example "AZpcHo8AcACAAAAAAAAAAQGaXB6PAHAAgAAAAAAAAAI" */
    id: string;
    /** @example "director@example.org" */
    name: string;
    /** @example "Dana Reyes" */
    displayName: string;
  };
  pubKeyCredParams: {
    type: 'public-key';
    /** Of COSE. @integer @example -7 */
    alg: number;
  }[];
  /** Milliseconds. @example 300000 */
  timeout: WholeNumber;
  attestation: 'none';
  authenticatorSelection: { residentKey: 'required'; requireResidentKey: boolean; userVerification: 'required' };
  /** Those that the person has already. */
  excludeCredentials: KnownCredential[];
}

export function toPasskeyResponse({ id, name, backedUp, createdAt, lastUsedAt }: Passkey): PasskeyResponse {
  return {
    id,
    name,
    backedUp,
    createdAt: createdAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
  };
}

export function toKnownCredential({ credentialId, transports }: Passkey): KnownCredential {
  return { id: credentialId.toString('base64url'), type: 'public-key', transports: transports as Transport[] };
}
