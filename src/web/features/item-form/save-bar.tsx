import { Button, Kbd, Stack, Text } from '@mantine/core';
import { noTotalBecause } from '../../../domain/cudos/score';
import type { Answers } from '../../../domain/cudos/items';
import { ProblemNotice } from '../../components/problem-notice';
import { FORM_POINTERS } from './form-fields';
import { SAVE_BUTTON } from './item-focus';

interface Props {
  answers: Answers;
  changed: boolean;
  /** Has the person asked to save exactly these answers? */
  tried: boolean;
  amends: boolean;
  pending: boolean;
  error: Error | null;
}

/** The button that saves, and why nothing is saved yet. */
export function SaveBar({ answers, changed, tried, amends, pending, error }: Props) {
  const because = noTotalBecause(answers);
  const without = tried && changed && because !== null;
  return (
    <Stack gap="xs">
      <div role="status">{tried && <Text size="sm">{hintBefore(answers, changed)}</Text>}</div>
      {error && <ProblemNotice error={error} shown={FORM_POINTERS} />}
      <Button id={SAVE_BUTTON} type="submit" size="md" loading={pending} rightSection={<Kbd size="xs">Ctrl Enter</Kbd>}>
        {without ? 'Save without a total' : amends ? 'Save the amendment' : 'Save'}
      </Button>
    </Stack>
  );
}

/** What is said before anything is sent. */
function hintBefore(answers: Answers, changed: boolean): string | null {
  if (!changed && answers.some((answer) => answer !== null)) return 'Nothing has been changed.';
  if (answers.every((answer) => answer === null)) return 'Nothing is answered yet.';
  const because = noTotalBecause(answers);
  return because && `${because} Answer what was left out, or save what there is.`;
}
