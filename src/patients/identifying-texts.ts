/** How the texts that identify patients may be written, whether typed or in a spreadsheet. */

/** Nothing invisible but the joiners, which some scripts are written with. */
export const CHART_NUMBER = /^(?:[^\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]|[\u200C\u200D]){1,40}$/u;

export const INITIALS = /^[\p{L}.]{1,5}$/u;
export const INITIALS_FAULT = 'Initials have 1 to 5 letters; nothing else of a name is kept.';
