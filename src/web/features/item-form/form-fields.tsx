import { Alert, Autocomplete, List, Stack, Textarea, TextInput } from '@mantine/core';
import { faultOf } from '../../api/problem';
import type { FormValues } from './form-values';

interface Props {
  values: FormValues;
  onChange: (part: Partial<FormValues>) => void;
  /** The clinic's today, the last day that can be. */
  today: string;
  amends: boolean;
  warnings: readonly string[];
  error: Error | null;
}

/** Pointers of what may be wrong with the fields below, which say so themselves. */
export const FORM_POINTERS = ['/assessedOn', '/note', '/amendmentReason', '/overrideReason'];

const USUAL_REASONS = [
  'Typing error',
  'The patient corrected an answer',
  'Answers were added later',
  'Entered at the wrong visit',
];

/** When the answers were given, and why they are amended or right although unusual. */
export function FormFields({ values, onChange, today, amends, warnings, error }: Props) {
  const { assessedOn, note, amendmentReason, overrideReason } = values;
  return (
    <Stack gap="sm">
      <TextInput
        type="date"
        label="Date of the answers"
        max={today}
        value={assessedOn}
        onChange={({ currentTarget }) => onChange({ assessedOn: currentTarget.value })}
        error={faultOf(error, '/assessedOn')}
      />
      {amends && (
        <Autocomplete
          label="Why is it amended?"
          description="A usual reason, or your own words"
          required
          data={USUAL_REASONS}
          value={amendmentReason}
          onChange={(reason) => onChange({ amendmentReason: reason })}
          error={faultOf(error, '/amendmentReason')}
        />
      )}
      {warnings.length > 0 && (
        <Alert color="yellow" variant="light" role="status" title="Possible, but unusual">
          <List size="sm" mb="xs">
            {warnings.map((warning) => (
              <List.Item key={warning}>{warning}</List.Item>
            ))}
          </List>
          <TextInput
            label="Why is it right all the same?"
            required
            value={overrideReason}
            onChange={({ currentTarget }) => onChange({ overrideReason: currentTarget.value })}
            error={faultOf(error, '/overrideReason')}
          />
        </Alert>
      )}
      <Textarea
        label="Note"
        description="If there is something to say"
        autosize
        minRows={1}
        value={note}
        onChange={({ currentTarget }) => onChange({ note: currentTarget.value })}
        error={faultOf(error, '/note')}
      />
    </Stack>
  );
}
