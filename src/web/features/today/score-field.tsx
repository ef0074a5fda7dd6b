import { Anchor, Button, Group, Input, Table, Text } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import { Link } from 'wouter';
import cards from '../../components/cards.module.css';
import { CellGroup } from '../../components/rows/row';
import { OVERRIDE_REASONS } from '../../entries/override-reasons';
import { focusNextField } from './line-keys';
import type { LineScore } from './use-line-score';
import classes from './today.module.css';

interface Props {
  /** The visit: `A-1042, infusion 3`. */
  of: string;
  score: LineScore;
}

/** The score of a visit, typed in its line: Enter saves it and goes to the next line. */
export function ScoreField({ of, score }: Props) {
  const { text, type, submit, isPending, isSaved, waits, message } = score;
  const keyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Escape') type('');
    if (event.key !== 'Enter') return;
    event.preventDefault();
    const field = event.currentTarget;
    if (text.trim() === '' || submit()) focusNextField(field);
  };
  return (
    <CellGroup>
      <div
        className={`${Input.classes.wrapper} ${classes.score}`}
        data-variant="default"
        data-error={message !== null || undefined}
      >
        <input
          className={`mantine-Input-input ${Input.classes.input}`}
          aria-label={`Score of ${of}`}
          aria-describedby={message === null ? undefined : idOf(of)}
          aria-invalid={message !== null || undefined}
          placeholder="Score"
          inputMode="numeric"
          autoComplete="off"
          maxLength={8}
          readOnly={isPending || isSaved}
          value={text}
          onChange={({ currentTarget }) => type(currentTarget.value)}
          onKeyDown={keyDown}
        />
      </div>
      {text !== '' && !isSaved && waits === null && (
        <Button className={classes.target} size="compact-sm" flex="none" loading={isPending} onClick={() => submit()}>
          Save
        </Button>
      )}
      {isSaved && <Text size="sm">saved</Text>}
      {waits !== null && <Text size="sm">{waits}</Text>}
    </CellGroup>
  );
}

/** Under its line: why the score is not saved, and what can be said to that. */
export function ScoreNote({ of, score, elsewhere }: Props & { elsewhere: string }) {
  const { message, asksReason, isConflict, submit } = score;
  if (message === null) return null;
  return (
    <Table.Tr>
      <Table.Td colSpan={3} className={cards.whole}>
        <Text size="sm" id={idOf(of)}>
          {message}{' '}
          {isConflict && (
            <Anchor component={Link} href={elsewhere} inherit underline="always">
              Look at both
            </Anchor>
          )}
        </Text>
        {asksReason && (
          <Group gap={6} mt={4} role="group" aria-label={`Why is the score of ${of} right all the same?`}>
            {OVERRIDE_REASONS.map((reason) => (
              <Button
                key={reason}
                className={classes.target}
                variant="default"
                size="compact-sm"
                onClick={() => submit(reason)}
              >
                {reason}
              </Button>
            ))}
          </Group>
        )}
      </Table.Td>
    </Table.Tr>
  );
}

function idOf(of: string): string {
  return `score of ${of}`.replace(/[^a-z0-9]+/gi, '-');
}
