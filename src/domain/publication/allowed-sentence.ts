/** A sentence that the figures allow. */
export interface AllowedSentence {
  /** To be quoted as it is. */
  text: string;
  /** The same in one line; its mark leads to a footnote with the text and the footnote of all. */
  short?: string;
  /** The `set.name` of the figures it rests on. */
  figures: string[];
}
