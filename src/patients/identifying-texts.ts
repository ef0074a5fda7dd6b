/** How the texts that identify patients may be written, whether typed or in a spreadsheet. */

/** Nothing that can't be seen but the joiners, where some scripts are written with them: no two numbers look the same. */
export const CHART_NUMBER =
  /^(?:[^\p{Cc}\p{Cf}\p{DI}\p{Cs}\p{Zl}\p{Zp}\u2800]|(?<=[\p{L}\p{M}\p{So}\p{Emoji_Modifier}])(?<!\p{Script=Latin})[\u200C\u200D]){1,40}$/u;

/** Any part of one, or nothing. */
export const CHART_NUMBER_PART = /^(?:[^\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]|[\u200C\u200D]){0,40}$/u;
export const CHART_NUMBER_FAULT = {
  message: 'A chart number has 1 to 40 characters, without line breaks or invisible ones.',
};

export const INITIALS = /^(?:(?!\p{DI})[\p{L}.]){1,5}$/u;
export const INITIALS_FAULT = 'Initials have 1 to 5 letters; nothing else of a name is kept.';
