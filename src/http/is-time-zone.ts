import { ValidateBy } from 'class-validator';
import { isTimeZone } from '../clock.js';

/** The value is the IANA name of a time zone. */
export const IsTimeZone = () =>
  ValidateBy({
    name: 'isTimeZone',
    validator: {
      validate: (value) => typeof value === 'string' && isTimeZone(value),
      defaultMessage: () => 'The time zone must be an IANA name such as America/Denver or Europe/Berlin.',
    },
  });
