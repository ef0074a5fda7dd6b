import { Autocomplete } from '@mantine/core';
import { useState } from 'react';
import { meansAnyTime } from '../../../../domain/calendar/named-period';
import { useSession } from '../../../session/session';
import { periodsUntil } from './periods';

interface Props {
  label: string;
  value: string;
  error: string | null;
  onCommit: (period: string) => void;
  description?: string;
}

/** Years, quarters, months, a range, or words like `last quarter`; taken on Enter, on choosing, or on leaving the field. */
export function PeriodField({ label, value, error, onCommit, description }: Props) {
  const { clinic } = useSession();
  const [typed, setTyped] = useState(value);
  const commit = (text: string) => {
    const period = meansAnyTime(text) ? '' : text.trim();
    if (period !== value) onCommit(period);
    else setTyped(value);
  };
  return (
    <Autocomplete
      label={label}
      description={description}
      placeholder="e.g. last quarter"
      data={periodsUntil(clinic.today)}
      // All are offered whatever is typed, or a chosen one would hide the others.
      filter={({ options }) => options}
      value={typed}
      onChange={setTyped}
      onOptionSubmit={commit}
      onBlur={() => commit(typed)}
      onKeyDown={({ key }) => key === 'Enter' && commit(typed)}
      error={error}
    />
  );
}
