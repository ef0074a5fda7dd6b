import { Fieldset, Stack, TextInput } from '@mantine/core';
import { LONGEST_INTERVAL_WEEKS } from '../../../domain/course/record/protocol';
import type { Schemas } from '../../api/client';
import { faultOf } from '../../api/problem';
import { numberOrNull, numbersOf } from '../../components/form';

type Clinic = Schemas['ClinicSettingsResponse'];

interface Props {
  clinic: Clinic;
  error: Error | null;
}

/** In which rhythm visits are planned: maintenance, and the scores after a series. */
export function RhythmFields({ clinic, error }: Props) {
  const { maintenanceIntervalWeeks, afterSeriesWeeks, version } = clinic;
  return (
    <Fieldset legend="Planned visits">
      <Stack gap="sm">
        <TextInput
          key={`maintenance ${version}`}
          label="Weeks between maintenance infusions"
          description={`1 to ${LONGEST_INTERVAL_WEEKS}, for courses that begin from now on; each can have its own`}
          name="maintenanceIntervalWeeks"
          maw={440}
          inputMode="numeric"
          autoComplete="off"
          defaultValue={maintenanceIntervalWeeks}
          error={faultOf(error, '/maintenanceIntervalWeeks')}
        />
        <TextInput
          key={`after ${version}`}
          label="Scores after an induction, in weeks after infusion 6"
          description="They come due in Today. The first of up to 4 weeks is the score after the series, the others are follow-ups. Empty: none."
          name="afterSeriesWeeks"
          maw={440}
          autoComplete="off"
          defaultValue={afterSeriesWeeks.join(', ')}
          error={faultOf(error, '/afterSeriesWeeks')}
        />
      </Stack>
    </Fieldset>
  );
}

/** What was typed, also where it is no number: the service says what is wrong with it. */
export function rhythmsIn(form: FormData): Pick<Clinic, 'maintenanceIntervalWeeks' | 'afterSeriesWeeks'> {
  return {
    maintenanceIntervalWeeks: numberOrNull(form, 'maintenanceIntervalWeeks') ?? 0,
    afterSeriesWeeks: numbersOf(form, 'afterSeriesWeeks'),
  };
}

export function rhythmWords({ maintenanceIntervalWeeks, afterSeriesWeeks }: Clinic): string[] {
  const after =
    afterSeriesWeeks.length === 0
      ? 'no scores'
      : `scores in ${afterSeriesWeeks.length === 1 ? 'week' : 'weeks'} ${afterSeriesWeeks.join(', ')}`;
  return [
    maintenanceIntervalWeeks === 1 ? 'maintenance every week' : `maintenance every ${maintenanceIntervalWeeks} weeks`,
    `${after} after the series`,
  ];
}
