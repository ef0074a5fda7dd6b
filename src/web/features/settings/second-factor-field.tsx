import { NativeSelect } from '@mantine/core';
import type { Schemas } from '../../api/client';

type Rule = Schemas['ClinicSettingsResponse']['secondFactor'];

const RULES: readonly { value: Rule; label: string }[] = [
  { value: 'optional', label: 'nobody; who wants to, sets one up' },
  { value: 'directors', label: 'directors' },
  { value: 'everybody', label: 'everybody' },
];

/** Of whom the clinic requires a second factor. */
export function SecondFactorField({ defaultValue }: { defaultValue: Rule }) {
  return (
    <NativeSelect
      label="A second factor at sign-in is required of"
      description="Besides the password, a code of an authenticator app; or a passkey. Who has none is led to setting one up, at once, and can do nothing else before."
      name="secondFactor"
      maw={440}
      defaultValue={defaultValue}
      data={RULES.map((rule) => ({ ...rule }))}
    />
  );
}

export function secondFactorWords(rule: Rule): string {
  return RULES.find(({ value }) => value === rule)?.label ?? rule;
}
