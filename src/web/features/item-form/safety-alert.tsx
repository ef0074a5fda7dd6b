import { Alert, List, Text } from '@mantine/core';
import { useEffect, useRef } from 'react';
import type { Answers } from '../../../domain/cudos/items';
import { SAFETY_NOTICE_LIMITS, SAFETY_NOTICE_WORDS, safetyNoticeOf } from '../../../domain/cudos/safety';
import type { Schemas } from '../../api/client';
import { CrisisResources } from '../../entries/crisis-resources';
import classes from './item-form.module.css';

interface Props {
  answers: Answers;
  /** The item that the person has come to; an item about safety before it was left out. */
  reached: number;
  resources: readonly Schemas['CrisisResourceField'][];
}

/** The notice that the answers about death and suicide will open, shown the moment they are given. */
export function SafetyAlert({ answers, reached, resources }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const notice = safetyNoticeOf(answers);
  const items = (notice?.items ?? []).filter(({ answer, number }) => answer !== null || number <= reached);
  const shown = items.length > 0;
  const shownBefore = useRef(shown);
  useEffect(() => {
    // A notice that the form was opened with does not scroll away whose form it is.
    if (shown && !shownBefore.current) box.current?.scrollIntoView({ block: 'nearest' });
    shownBefore.current = shown;
  }, [shown]);
  if (!notice || !shown)
    return (
      <Text size="xs" c="dimmed" px="xs" py={4}>
        An answer above 0 to item 14 or 15 shows a notice here. {SAFETY_NOTICE_LIMITS}
      </Text>
    );
  return (
    <Alert ref={box} color="orange" role="alert" my="xs" className={classes.safety} title={titles[notice.kind]}>
      <List size="sm" mb="xs">
        {items.map(({ number, label, answer }) => (
          <List.Item key={number}>
            Item {number}, {label.toLowerCase()}: {answer === null ? 'not answered' : `answered ${answer}`}
          </List.Item>
        ))}
      </List>
      <Text size="sm">{SAFETY_NOTICE_WORDS[notice.kind]}</Text>
      <CrisisResources resources={resources} />
      <Text size="sm" mt="xs">
        {SAFETY_NOTICE_LIMITS}
      </Text>
    </Alert>
  );
}

const titles = {
  positive: 'Safety notice: look at this now',
  incomplete: 'Safety notice: an answer is missing',
};
