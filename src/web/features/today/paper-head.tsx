import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useCutOffSince } from '../../api/connection';
import { coursesUnderWayQuery } from '../../api/courses-under-way';
import { showInstant } from '../../components/dates';
import { useSession } from '../../session/session';
import classes from './today.module.css';
import { useTreatedByWords } from './who-treats';

/** What a printed day has to say by itself: of which clinic, whose patients, and of when. */
export function PaperHead() {
  const { clinic } = useSession();
  const { dataUpdatedAt } = useQuery(coursesUnderWayQuery);
  const cutOff = useCutOffSince();
  const who = useTreatedByWords();
  const asOf = Math.min(dataUpdatedAt, cutOff ?? dataUpdatedAt);
  return (
    <Text className={classes.paper}>
      <b>{clinic.name}</b>
      {who !== null && `\u00a0· ${who}`}&nbsp;· as of {showInstant(new Date(asOf).toISOString(), clinic.timeZone)}
    </Text>
  );
}
