import { ValidateBy } from 'class-validator';
import { checkProtocol } from '../domain/course/record/protocol.js';

/** The value is the plan of a course: six rising days that begin with 0. */
export const IsProtocol = () =>
  ValidateBy({
    name: 'isProtocol',
    validator: {
      validate: (value) => checkProtocol(value).length === 0,
      defaultMessage: () => checkProtocol(null)[0]?.message ?? '',
    },
  });
