import { Select, type SelectProps } from '@mantine/core';

/** Those of countries where clinics of this kind are; the API takes any. */
const LOCALES = (
  'en-US en-GB en-CA en-AU en-IE en-NZ en-ZA cs-CZ da-DK de-AT de-CH de-DE es-ES es-MX fi-FI fr-CA fr-CH fr-FR he-IL it-IT ' +
  'ja-JP ko-KR nb-NO nl-BE nl-NL pl-PL pt-BR pt-PT sv-SE zh-CN zh-TW'
).split(' ');

const languages = new Intl.DisplayNames('en-US', { type: 'language' });
const EXAMPLE = { number: 34.9, day: new Date(Date.UTC(2026, 10, 28)) };

type Props = Pick<SelectProps, 'error'> & { defaultValue: string };

/** How the public pages write numbers and dates, each with how that looks. */
export function LocaleField({ defaultValue, error }: Props) {
  const known = LOCALES.includes(defaultValue) ? LOCALES : [defaultValue, ...LOCALES];
  return (
    <Select
      label="Numbers and dates in public"
      description="How the public pages and embeds write them, from the next approval on. Their words are English."
      name="locale"
      maw={440}
      searchable
      allowDeselect={false}
      comboboxProps={{ withinPortal: false }}
      data={known.map((locale) => ({ value: locale, label: described(locale) }))}
      defaultValue={defaultValue}
      error={error}
    />
  );
}

function described(locale: string): string {
  const number = new Intl.NumberFormat(locale, { minimumFractionDigits: 1 }).format(EXAMPLE.number);
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(EXAMPLE.day);
  return `${languages.of(locale) ?? locale}: ${number}, ${day}`;
}
