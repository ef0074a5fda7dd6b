import { ValidateBy } from 'class-validator';
import { checkClinicWeekdays } from '../../domain/calendar/clinic-days.js';

/** The value says on which days of the week a clinic treats. */
export const IsClinicWeekdays = () =>
  ValidateBy({
    name: 'isClinicWeekdays',
    validator: {
      validate: (value) => checkClinicWeekdays(value).length === 0,
      defaultMessage: () => checkClinicWeekdays(null)[0]?.message ?? '',
    },
  });
