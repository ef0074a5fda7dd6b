import { IsString, MaxLength, MinLength } from 'class-validator';

const TEXT = { message: 'Send a text of 1 to 20,000 characters.' };

export class ClaimCheckRequest {
  /**
   * What a page says, or is to say
   * @example "On average, scores fell by 68 %, from 35.0 to 11.2."
   */
  @MaxLength(20_000, TEXT)
  @MinLength(1, TEXT)
  @IsString(TEXT)
  text: string;
}
