import { Alert, Autocomplete, List, Stack, Textarea, TextInput } from '@mantine/core';
import { memo } from 'react';
import { faultOf } from '../../api/problem';
import type { FormValues } from './form-values';

interface Props extends Omit<FormValues, 'answers'> {
  onChange: (part: Partial<FormValues>) => void;
  /** The clinic's today, the last day that can be. */
  today: string;
  amends: boolean;
  /** A line each; empty where nothing is unusual. */
  warnings: string;
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
export const FormFields = memo(function FormFields({
  assessedOn,
  note,
  amendmentReason,
  overrideReason,
  ...rest
}: Props) {
  const { onChange, today, amends, warnings, error } = rest;
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
      {warnings !== '' && (
        <Alert color="yellow" variant="light" role="status" title="Possible, but unusual">
          <List size="sm" mb="xs">
            {warnings.split('\n').map((warning) => (
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
});
