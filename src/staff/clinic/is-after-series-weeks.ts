import { ValidateBy } from 'class-validator';
import { checkAfterSeriesWeeks } from '../../domain/course/judgement/after-series-visits.js';

/** The value says in which weeks after a series scores are due. */
export const IsAfterSeriesWeeks = () =>
  ValidateBy({
    name: 'isAfterSeriesWeeks',
    validator: {
      validate: (value) => checkAfterSeriesWeeks(value).length === 0,
      defaultMessage: () => checkAfterSeriesWeeks(null)[0]?.message ?? '',
    },
  });
