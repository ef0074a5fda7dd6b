import { Button, Group, NativeSelect, SimpleGrid, TextInput, type TextInputProps } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { faultOf } from '../../../api/problem';
import { useClinicians } from '../clinicians';
import { kindIn, useCohortSearch } from '../cohort-search';
import {
  ANY,
  BAND_CHOICES,
  INDICATION_CHOICES,
  KIND_CHOICES,
  useActiveFilters,
  type FilterChoice,
} from './filter-choices';
import { Filters } from '../../../components/lists/filters';
import classes from '../outcomes.module.css';
import { PeriodField } from './period-field';

const MORE = ['baselineBand', 'minimumBaseline', 'from', 'to'];

interface Props {
  /** What the API said of the filters. */
  error: Error | null;
  /** Fields in place of the one for the period. */
  periods?: ReactNode;
  /** Takes all filters out. */
  reset: () => void;
}

/**
 * Which courses are counted; each choice is a step of the address, which can be kept, sent, and gone back from. Folded on a phone,
 * where the pictures come first, but for two periods to compare.
 */
export function OutcomeFilters(props: Props) {
  const active = useActiveFilters();
  return (
    <section className={classes.screen} aria-label="Filters">
      {props.periods ? (
        <Fields {...props} />
      ) : (
        <Filters active={active} faulty={props.error !== null}>
          <Fields {...props} />
        </Filters>
      )}
    </section>
  );
}

function Fields({ error, periods, reset }: Props) {
  const { search, change } = useCohortSearch();
  const [more, setMore] = useState(() => MORE.some((name) => search.has(name)));
  const clinicians = useClinicians();
  const field = (name: string) => ({
    value: search.get(name) ?? '',
    error: faultOf(error, `/${name}`),
  });
  const choice = (name: string, data: FilterChoice[], value = search.get(name) ?? '') => ({
    value,
    error: faultOf(error, `/${name}`),
    data: withUnknown(data, value),
    onChange: (event: { currentTarget: { value: string } }) => change({ [name]: event.currentTarget.value }),
  });
  return (
    <div className={classes.filters}>
      <SimpleGrid cols={{ base: 2, md: periods ? 5 : 4 }} spacing="sm" flex="1 1 22rem">
        <NativeSelect label="Kind" {...choice('kind', KIND_CHOICES, kindIn(search))} />
        {periods ?? (
          <PeriodField
            key={search.get('period')}
            label="Started in"
            {...field('period')}
            onCommit={(period) => change({ period, from: null, to: null })}
          />
        )}
        <NativeSelect label="Indication" {...choice('indication', INDICATION_CHOICES)} />
        <NativeSelect label="Clinician" {...choice('clinician', [ANY, ...clinicians])} />
        {more && (
          <>
            <NativeSelect label="Baseline band" {...choice('baselineBand', BAND_CHOICES)} />
            <TextField
              label="Lowest baseline"
              inputMode="numeric"
              {...field('minimumBaseline')}
              onCommit={(text) => change({ minimumBaseline: text })}
            />
            {!periods && <DayFields field={field} change={change} />}
          </>
        )}
      </SimpleGrid>
      <Group gap="xs" wrap="nowrap" mb={5}>
        <Button variant="subtle" size="compact-sm" aria-expanded={more} onClick={() => setMore(!more)}>
          {more ? 'Fewer filters' : 'More filters'}
        </Button>
        <Button variant="subtle" size="compact-sm" onClick={reset}>
          Reset the filters
        </Button>
      </Group>
    </div>
  );
}

function DayFields({
  field,
  change,
}: {
  field: (name: string) => { value: string; error: string | null };
  change: (changes: Record<string, string | null>) => void;
}) {
  return (
    <>
      <TextField
        type="date"
        label="Started on or after"
        {...field('from')}
        onCommit={(from) => change({ from, period: null })}
      />
      <TextField
        type="date"
        label="Started on or before"
        {...field('to')}
        onCommit={(to) => change({ to, period: null })}
      />
    </>
  );
}

interface TextFieldProps extends TextInputProps {
  value: string;
  onCommit: (text: string) => void;
}

/** Text that is taken on Enter or on leaving the field, so that the cohort is not counted again at every key. */
function TextField({ value, onCommit, ...props }: TextFieldProps) {
  const commit = (text: string) => {
    if (text.trim() !== value) onCommit(text.trim());
  };
  return (
    <TextInput
      {...props}
      key={value}
      defaultValue={value}
      onBlur={({ currentTarget }) => commit(currentTarget.value)}
      onKeyDown={({ key, currentTarget }) => key === 'Enter' && commit(currentTarget.value)}
    />
  );
}

/** An address may ask for what there is not; the field shows it, and the API says what there is. */
function withUnknown(data: FilterChoice[], value: string): FilterChoice[] {
  return data.some((choice) => choice.value === value) ? data : [...data, { value, label: value }];
}
