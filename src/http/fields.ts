import { Transform } from 'class-transformer';

/**
 * Takes the white space off both ends of a text before it is checked, and writes each letter in one way (NFC): an
 * accented letter that was typed in two ways is the same letter.
 */
export const Trimmed = () =>
  Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim().normalize('NFC') : value));

/** Sign-in names are compared in lower case. */
export const LowerCase = () =>
  Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim().toLowerCase() : value));
