import { Matches } from 'class-validator';

export class ApprovalRequest {
  /**
   * The one of the preview that was looked at
   * @example "5feceb66ffc86f38d952786c6d696c79c2dbc239dd4e91b46729d73a27fb57e9"
   */
  @Matches(/^[0-9a-f]{64}$/, {
    message: 'Send the contentHash of the preview: 64 digits and letters a to f.',
  })
  contentHash: string;
}
