import { Stack, TextInput } from '@mantine/core';
import type { DraftFields } from '../publication';
import { slugFault, slugOf } from './slug';

interface Props {
  fields: DraftFields;
  fault: (pointer: string) => string | null;
  onChange: (part: Partial<DraftFields>) => void;
  /** Has anybody tried to save it? Until then an empty field is no fault. */
  tried: boolean;
}

/** Title and address. The address follows the title until somebody types their own. */
export function NameFields({ fields: { title, slug }, fault, onChange, tried }: Props) {
  const follows = slug === slugOf(title);
  const checked = slug === '' && !tried ? null : slugFault(slug);
  return (
    <Stack gap="sm">
      <TextInput
        label="Title"
        description="Shown above the figures, and in search engines."
        placeholder="e.g. Outcomes of 2025"
        required
        maxLength={200}
        value={title}
        error={fault('/title')}
        onChange={({ currentTarget: { value } }) =>
          onChange(follows ? { title: value, slug: slugOf(value) } : { title: value })
        }
      />
      <TextInput
        label="Address"
        description={`${window.location.origin}/published/${slug || '…'}`}
        required
        maxLength={80}
        spellCheck={false}
        autoComplete="off"
        value={slug}
        error={checked ?? fault('/slug')}
        onChange={({ currentTarget: { value } }) => onChange({ slug: value })}
      />
    </Stack>
  );
}
