/**
 * 1 to 40 characters of any script, counted as the database counts them; no line breaks or other control
 * characters, and no halves of a character.
 */
export const CHART_NUMBER_FORM = /^[^\p{Cc}\p{Cs}]{1,40}$/u;

/** What a chart number may begin with; nothing is the beginning of them all. */
export const CHART_NUMBER_BEGINNING = /^[^\p{Cc}\p{Cs}]{0,40}$/u;
