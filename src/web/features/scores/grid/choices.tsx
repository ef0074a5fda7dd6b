import { Button, Group, Kbd, TextInput, UnstyledButton } from '@mantine/core';
import { useState, type FormEvent, type KeyboardEvent } from 'react';
import { fieldOf } from '../../../components/form';
import type { KeyedChoice } from './reasons';
import classes from '../scores.module.css';

interface Props<T> {
  choices: readonly KeyedChoice<T>[];
  /** The chosen line, and the words that were typed for it. */
  onChoose: (value: T, words: string) => void;
}

/** A short list of which one key, or a click, chooses. Any other key does nothing. */
export function Choices<T>({ choices, onChoose }: Props<T>) {
  const [asking, setAsking] = useState<KeyedChoice<T> | null>(null);
  const choose = (choice: KeyedChoice<T>) => {
    if (choice.asks) setAsking(choice);
    else onChoose(choice.value, choice.label);
  };
  const keyDown = (event: KeyboardEvent) => {
    const choice = choices.find(({ key }) => key === event.key.toLowerCase());
    if (!choice || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    choose(choice);
  };
  if (asking) return <Words asks={asking.asks ?? ''} onSubmit={(words) => onChoose(asking.value, words)} />;
  return (
    <div className={classes.choices} onKeyDown={keyDown}>
      {choices.map((choice, at) => (
        <UnstyledButton
          key={choice.key}
          className={classes.choice}
          data-autofocus={at === 0 || undefined}
          onClick={() => choose(choice)}
        >
          <Kbd size="sm">{choice.key}</Kbd> {choice.label}
        </UnstyledButton>
      ))}
    </div>
  );
}

function Words({ asks, onSubmit }: { asks: string; onSubmit: (words: string) => void }) {
  const [fault, setFault] = useState<string | null>(null);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const words = fieldOf(new FormData(event.currentTarget), 'words').trim();
    if (words === '') setFault('Say it in a few words.');
    else onSubmit(words);
  };
  return (
    <form onSubmit={submit} noValidate>
      <Group align="flex-end" gap="xs" wrap="nowrap">
        <TextInput label={asks} name="words" maxLength={500} required autoFocus autoComplete="off" error={fault} />
        <Button type="submit">Go on</Button>
      </Group>
    </form>
  );
}
