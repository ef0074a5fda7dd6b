import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Schemas } from '../../api/client';
import { showInstant } from '../../components/dates';
import { useSession } from '../../session/session';
import { DrillLink } from './drill-link';
import { filterInWords } from '../../components/cohort-words';
import { useClinicians } from './clinicians';
import classes from './outcomes.module.css';

type Said = Pick<Schemas['CohortResponse'], 'asOf' | 'filter' | 'definitionsVersion'>;

interface Props {
  said: Said;
  /** Describes the filter; all of it by default. */
  words?: typeof filterInWords;
  children?: ReactNode;
}

/** Which courses, as of when, by which definitions: what every number of the page is read with. */
export function CohortLine({ said, words = filterInWords, children }: Props) {
  const { clinic } = useSession();
  const clinicians = useClinicians();
  const clinician = clinicians.find(({ value }) => value === said.filter.clinician)?.label ?? null;
  return (
    <div className={classes.line}>
      <Text className={classes.paper} fw={600}>
        {clinic.name}
      </Text>
      <Text fw={500}>{words(said.filter, clinician)}</Text>
      <Text size="sm" c="dimmed">
        As of {showInstant(said.asOf, clinic.timeZone)}&nbsp;· definitions version&nbsp;{said.definitionsVersion}
        {children}
      </Text>
    </div>
  );
}

/** Courses that no figure counts yet. */
export function UnderWay({ outcome }: { outcome: Schemas['CohortResponse'] }) {
  const { underWay, groups } = outcome;
  return (
    <>
      {'\u00a0· '}
      <DrillLink count={underWay} group={groups['/underWay']} of="Under way" /> under way, not counted
    </>
  );
}
