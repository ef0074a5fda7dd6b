import { Button, Kbd, Modal, Stack, Text, TextInput, UnstyledButton } from '@mantine/core';
import { useDebouncedValue, useDisclosure, useHotkeys } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState, type KeyboardEvent } from 'react';
import { useLocation } from 'wouter';
import { api, bodyOf, type Schemas } from '../api/client';
import { ProblemNotice } from '../parts/problem-notice';
import classes from './patient-search.module.css';

const SHOWN = 8;

/** Finds a patient by chart number from any page: one key, some characters, Enter. */
export function PatientSearch() {
  const [opened, { open, close }] = useDisclosure(false);
  useHotkeys([
    ['/', open],
    ['mod+K', open],
  ]);
  return (
    <>
      <Button variant="default" size="sm" onClick={open} rightSection={<Kbd size="xs">/</Kbd>}>
        Find a patient
      </Button>
      <Modal opened={opened} onClose={close} title="Find a patient by chart number" size="md">
        <SearchBox onDone={close} />
      </Modal>
    </>
  );
}

function SearchBox({ onDone }: { onDone: () => void }) {
  const [, go] = useLocation();
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState(0);
  const [chartNumber] = useDebouncedValue(typed.trim(), 120);
  const { data, error } = useQuery({
    queryKey: ['patients', 'search', chartNumber],
    queryFn: () =>
      bodyOf(api.GET('/v1/patients', { params: { query: { chartNumber, limit: SHOWN } } })),
    enabled: chartNumber !== '',
    placeholderData: keepPreviousData,
  });
  const found = chartNumber === '' ? [] : (data?.items ?? []);
  const openPatient = (patient: Schemas['PatientResponse'] | undefined) => {
    if (!patient) return;
    onDone();
    go(`/patients/${patient.id}`);
  };
  const keys = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === 'Enter') openPatient(found[chosen]);
    if (step === undefined || found.length === 0) return;
    event.preventDefault();
    setChosen((chosen + step + found.length) % found.length);
  };
  return (
    <Stack gap="xs">
      <TextInput
        data-autofocus
        aria-label="Chart number"
        placeholder="A-1042"
        autoComplete="off"
        role="combobox"
        aria-expanded={found.length > 0}
        aria-controls="found-patients"
        aria-activedescendant={found[chosen] ? `found-${chosen}` : undefined}
        value={typed}
        onChange={({ currentTarget }) => {
          setTyped(currentTarget.value);
          setChosen(0);
        }}
        onKeyDown={keys}
      />
      {error && <ProblemNotice error={error} />}
      <div id="found-patients" role="listbox" aria-label="Patients found">
        {found.map((patient, index) => (
          <UnstyledButton
            key={patient.id}
            id={`found-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === chosen}
            className={classes.option}
            onClick={() => openPatient(patient)}
          >
            {patient.chartNumber}
          </UnstyledButton>
        ))}
      </div>
      <Text size="sm" c="dimmed" role="status">
        {told(chartNumber, data?.items.length, data?.next ?? null)}
      </Text>
    </Stack>
  );
}

function told(chartNumber: string, count: number | undefined, next: string | null): string {
  if (chartNumber === '') return 'Type how the chart number begins. Enter opens the patient.';
  if (count === undefined) return 'Searching …';
  if (count === 0) return `No chart number begins with ${chartNumber}.`;
  return next === null ? `${count} found.` : `The first ${count}; type more to narrow it down.`;
}
