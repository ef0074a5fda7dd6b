import { Kbd, Paper, Text, TextInput, UnstyledButton } from '@mantine/core';
import { useDebouncedValue, useHotkeys } from '@mantine/hooks';
import { keepPreviousData, queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState, type KeyboardEvent } from 'react';
import { useLocation } from 'wouter';
import { api, bodyOf, type Schemas } from '../api/client';
import { queryKeys } from '../api/query-keys';
import classes from './patient-search.module.css';

const SHOWN = 8;

/** Finds a patient by chart number from any page: one key, some characters, Enter. */
export function PatientSearch() {
  const [, go] = useLocation();
  const client = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState(0);
  const [focused, setFocused] = useState(false);
  const search = usePatients(typed.trim());
  useHotkeys([
    ['/', () => input.current?.focus()],
    ['mod+K', () => input.current?.focus()],
  ]);
  const leave = () => {
    setTyped('');
    input.current?.blur();
  };
  const openPatient = (patient: Schemas['PatientResponse'] | undefined) => {
    if (!patient) return;
    leave();
    go(`/patients/${patient.id}`);
  };
  // Who types and presses Enter at once need not wait for the list.
  const openTyped = async () => {
    if (typed.trim() === '') return;
    const { items } = await client.fetchQuery(patientsNamed(typed.trim()));
    openPatient(items[chosen]);
  };
  const keys = (event: KeyboardEvent) => {
    const { found } = search;
    if (event.key === 'Escape') leave();
    if (event.key === 'Enter') void openTyped().catch(() => undefined);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined || found.length === 0) return;
    event.preventDefault();
    setChosen((chosen + step + found.length) % found.length);
  };
  return (
    <search className={classes.search}>
      <TextInput
        ref={input}
        size="sm"
        aria-label="Find a patient by chart number"
        placeholder="Find a patient"
        autoComplete="off"
        spellCheck={false}
        rightSection={<Kbd size="xs">/</Kbd>}
        role="combobox"
        aria-expanded={focused && typed !== ''}
        aria-controls="found-patients"
        aria-activedescendant={search.found[chosen] ? `found-${chosen}` : undefined}
        value={typed}
        onFocus={() => setFocused(true)}
        onBlur={() => setFocused(false)}
        onKeyDown={keys}
        onChange={({ currentTarget }) => {
          setTyped(currentTarget.value);
          setChosen(0);
        }}
      />
      <Paper withBorder shadow="md" p="xs" className={classes.found} hidden={!focused || typed.trim() === ''}>
        <div id="found-patients" role="listbox" aria-label="Patients found">
          {search.found.map((patient, index) => (
            <UnstyledButton
              key={patient.id}
              id={`found-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === chosen}
              className={classes.option}
              // Before the field loses the focus, which hides the list.
              onMouseDown={() => openPatient(patient)}
            >
              {patient.chartNumber}
            </UnstyledButton>
          ))}
        </div>
        <Text size="sm" c="dimmed" role="status">
          {search.told}
        </Text>
      </Paper>
    </search>
  );
}

/** The patients whose chart number begins so. */
function patientsNamed(chartNumber: string) {
  return queryOptions({
    queryKey: queryKeys.patientSearch(chartNumber),
    queryFn: () => bodyOf(api.GET('/v1/patients', { params: { query: { chartNumber, limit: SHOWN } } })),
  });
}

/** The patients for what was typed so far, and what to say of them. */
function usePatients(typed: string): { found: Schemas['PatientResponse'][]; told: string } {
  const [chartNumber] = useDebouncedValue(typed, 120);
  const { data, error, isPlaceholderData } = useQuery({
    ...patientsNamed(chartNumber),
    enabled: chartNumber !== '',
    placeholderData: keepPreviousData,
  });
  if (error) return { found: [], told: error.message };
  // What was found for less of it is not shown as found for all of it.
  if (!data || isPlaceholderData || chartNumber !== typed) return { found: [], told: 'Searching …' };
  return { found: data.items, told: tell(typed, data.items.length, data.next) };
}

function tell(chartNumber: string, count: number, next: string | null): string {
  if (count === 0) return `No chart number begins with ${chartNumber}.`;
  return next === null
    ? `${count} found. Enter opens the marked one.`
    : `The first ${count}; type more to narrow it down.`;
}
