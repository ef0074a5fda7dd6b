import { TextInput, type TextInputProps } from '@mantine/core';

interface Props extends TextInputProps {
  value: string;
  onCommit: (text: string) => void;
}

/** Text that is taken on Enter or on leaving the field, so that not every key counts the clinic anew. */
export function TextField({ value, onCommit, ...props }: Props) {
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
