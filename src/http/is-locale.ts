import { ValidateBy } from 'class-validator';

/** The value is a language tag whose numbers and dates this machine can write. */
export const IsLocale = () =>
  ValidateBy({
    name: 'isLocale',
    validator: {
      validate: (value) => typeof value === 'string' && isLocale(value),
      defaultMessage: () => 'The locale must be a language tag such as en-US, en-GB or de-CH.',
    },
  });

const LONGEST = 35;

/** Is this a language tag (BCP 47) that numbers and dates can be written by? */
export function isLocale(text: string): boolean {
  if (text.length > LONGEST) return false;
  try {
    return Intl.NumberFormat.supportedLocalesOf(text).length > 0;
  } catch {
    return false;
  }
}
