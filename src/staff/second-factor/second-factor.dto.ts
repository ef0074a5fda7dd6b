import { IsString, MaxLength } from 'class-validator';
import type { Instant } from '../../domain/calendar/calendar.js';
import type { WholeNumber } from '../../domain/numbers/number-types.js';
import { Trimmed } from '../../http/fields.js';
import type { SecondFactor } from './second-factor.entity.js';

export const CODE_MISSING = { message: 'Type the six digits that your app shows, or a recovery code.' };
export const CODE_LONG = { message: 'A code has at most 40 characters.' };

export class CodeRequest {
  /**
   * What the authenticator app shows, or a recovery code; blanks and hyphens don't count
   * @example "123456"
   */
  @Trimmed()
  @MaxLength(40, CODE_LONG)
  @IsString(CODE_MISSING)
  code: string;
}

export interface SecondFactorResponse {
  /** Since when codes of an authenticator app are asked for at sign-in; null where the person has none. */
  since: Instant | null;
  /** How many recovery codes were not used yet, 0-10. @example 10 */
  recoveryCodesLeft: WholeNumber;
}

export interface SecondFactorSecretResponse {
  /** Base32, to type into an app that reads no QR codes. @example "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP" */
  secret: string;
  /** What a QR code has to say. @example "otpauth://totp/CUDOS%20outcomes:sam%40example.org?secret=JBSWY3DPEHPK3PXP&issuer=CUDOS%20outcomes" */
  uri: string;
}

export interface RecoveryCodesResponse {
  /** Ten, each good for one sign-in without the app or the passkey; shown this once. @example ["7k2m-p9qd-x4tz-0abc"] */
  recoveryCodes: string[];
}

export function toSecondFactorResponse(factor: SecondFactor | null): SecondFactorResponse {
  return {
    since: factor?.confirmedAt?.toISOString() ?? null,
    recoveryCodesLeft: factor?.recoveryCodes.length ?? 0,
  };
}
