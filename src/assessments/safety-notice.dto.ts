import { Matches } from 'class-validator';
import { Trimmed } from '../http/fields.js';
import type { Page } from '../http/page.js';
import { SafetyNoticeResponse } from './assessment.dto.js';

export class AcknowledgementRequest {
  /**
   * What was done, in your own words
   * @example "Talked with the patient, safety plan reviewed, wife informed with consent"
   */
  @Trimmed()
  @Matches(/^[^\0]{1,1000}$/u, { message: 'Say in 1 to 1000 characters what was done.' })
  actionTaken: string;
}

export class SafetyNoticePageResponse implements Page<SafetyNoticeResponse> {
  items: SafetyNoticeResponse[];
  /**
   * Cursor of the next page; null on the last
   * @example null
   */
  next: string | null;
}
