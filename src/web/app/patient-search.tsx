import { Combobox, Kbd, Text, TextInput, useCombobox } from '@mantine/core';
import { useDebouncedValue, useHotkeys } from '@mantine/hooks';
import { keepPreviousData, queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useLocation } from 'wouter';
import { api, bodyOf, type Schemas } from '../api/client';
import { queryKeys } from '../api/query-keys';
import classes from './patient-search.module.css';

const SHOWN = 8;
const NONE: readonly Schemas['PatientResponse'][] = [];

/** Finds a patient by chart number from any page: one key, some characters, Enter. */
export function PatientSearch() {
  const [, go] = useLocation();
  const client = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const [focused, setFocused] = useState(false);
  const { found, status } = usePatients(typed.trim());
  const combobox = useCombobox({ opened: focused && typed.trim() !== '' });
  const { selectFirstOption } = combobox;
  useEffect(() => void selectFirstOption(), [found, selectFirstOption]);
  useHotkeys([
    ['/', () => input.current?.focus()],
    ['mod+K', () => input.current?.focus()],
  ]);
  const leave = () => {
    setTyped('');
    input.current?.blur();
  };
  const openPatient = (id: string) => {
    leave();
    go(`/patients/${id}`);
  };
  // Enter right after typing does not wait for the list.
  const openFirst = async (chartNumber: string) => {
    const { items } = await client.fetchQuery(patientsNamed(chartNumber));
    if (items[0]) openPatient(items[0].id);
  };
  const keys = ({ key }: KeyboardEvent) => {
    if (key === 'Escape') leave();
    if (key === 'Enter' && found.length === 0 && typed.trim() !== '') {
      void openFirst(typed.trim()).catch(() => undefined);
    }
  };
  return (
    <search className={classes.search}>
      <Combobox
        store={combobox}
        onOptionSubmit={openPatient}
        withinPortal={false}
        position="bottom-end"
        width="max-content"
        shadow="md"
      >
        <Combobox.Target withExpandedAttribute>
          <TextInput
            ref={input}
            size="sm"
            aria-label="Find a patient by chart number"
            placeholder="Find a patient"
            autoComplete="off"
            spellCheck={false}
            rightSection={<Kbd size="xs">/</Kbd>}
            value={typed}
            onFocus={() => setFocused(true)}
            onBlur={() => setFocused(false)}
            onKeyDown={keys}
            onChange={({ currentTarget }) => setTyped(currentTarget.value)}
          />
        </Combobox.Target>
        <Combobox.Dropdown className={classes.found}>
          <Combobox.Options aria-label="Patients found">
            {found.map(({ id, chartNumber }) => (
              <Combobox.Option key={id} value={id}>
                {chartNumber}
              </Combobox.Option>
            ))}
          </Combobox.Options>
          <Text size="sm" c="dimmed" role="status" className={classes.status}>
            {status}
          </Text>
        </Combobox.Dropdown>
      </Combobox>
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
function usePatients(typed: string): { found: readonly Schemas['PatientResponse'][]; status: string } {
  const [chartNumber] = useDebouncedValue(typed, 120);
  const { data, error, isPlaceholderData } = useQuery({
    ...patientsNamed(chartNumber),
    enabled: chartNumber !== '',
    placeholderData: keepPreviousData,
  });
  if (error) return { found: NONE, status: error.message };
  // What was found for less of it is not shown as found for all of it.
  if (!data || isPlaceholderData || chartNumber !== typed) return { found: NONE, status: 'Searching …' };
  return { found: data.items, status: statusOf(typed, data.items.length, data.next) };
}

function statusOf(chartNumber: string, count: number, next: string | null): string {
  if (count === 0) return `No chart number begins with ${chartNumber}.`;
  return next === null
    ? `${count} found. Enter opens the marked one.`
    : `The first ${count}; type more to narrow it down.`;
}
