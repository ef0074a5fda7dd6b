/** A file that is no spreadsheet, or one too large; the message says what to do. */
export class UnreadableFile extends Error {
  constructor(
    message: string,
    readonly kind: 'malformed' | 'too-large' = 'malformed',
  ) {
    super(message);
  }
}
