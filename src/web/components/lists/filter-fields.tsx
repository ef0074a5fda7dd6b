import { NativeSelect, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useBesideAddress, useInAddress } from '../in-address';
import type { ActiveFilter } from './filters';

/** A filter of a list, which the address of its page keeps. */
interface Filter {
  value: string;
  field: ReactNode;
  /** Nothing where it is as usual. */
  active: ActiveFilter[];
}

interface Choice {
  value: string;
  label: string;
}

/** One of some choices; the usual one is not in the address, and stands for what there is no choice of. */
export function useChoice(name: string, label: string, choices: readonly Choice[], usual = ''): Filter {
  const [chosen, choose] = useInAddress(name);
  const found = choices.find(({ value }) => value === chosen) ?? choices.find(({ value }) => value === usual);
  const value = found?.value ?? usual;
  const field = (
    <NativeSelect
      label={label}
      data={choices}
      value={value}
      onChange={({ currentTarget }) => choose(currentTarget.value === usual ? '' : currentTarget.value)}
    />
  );
  const active = value === usual ? [] : [{ words: `${label}: ${found?.label}`, clear: () => choose('') }];
  return { value, field, active };
}

/** A part of what is looked for, which the address does not show. */
export function usePart(name: string, label: string): Filter {
  const [value, type] = useBesideAddress(name);
  const field = (
    <TextInput
      label={label}
      autoComplete="off"
      value={value}
      onChange={({ currentTarget }) => type(currentTarget.value)}
    />
  );
  return { value, field, active: value.trim() === '' ? [] : [{ words: `${label}: ${value}`, clear: () => type('') }] };
}
