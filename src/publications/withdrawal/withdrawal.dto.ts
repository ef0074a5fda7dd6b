import { Trimmed } from '../../http/fields.js';
import { IsReason } from '../../http/field-rules.js';

export class WithdrawalRequest {
  /**
   * Public: why the publication is withdrawn; no word of a patient
   * @example "A score was entered for the wrong patient; a corrected publication follows."
   */
  @Trimmed()
  @IsReason('Say in 1 to 500 characters why it is withdrawn; everybody will read it.')
  reason: string;
}
