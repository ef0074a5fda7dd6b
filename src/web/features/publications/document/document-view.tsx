import { List, Stack, Text, Title } from '@mantine/core';
import { Fragment, type ReactNode } from 'react';
import { periodInWords } from '../../../../domain/calendar/period';
import type { AllowedSentence } from '../../../../domain/publication/allowed-sentence';
import { definedIn } from '../../../../domain/publication/words';
import type { PublicContent } from '../publication';
import { AllowedSentences } from '../../../components/allowed-sentences';
import { FigureTable } from './figure-table';
import { PublicCharts } from './public-charts';
import { PublicLadder } from './public-ladder';
import classes from '../publications.module.css';
import { WithApproval } from './with-approval';
import { cohortInWords } from '../words';

interface Props {
  title: string;
  clinic: string;
  content: PublicContent;
  /** Null where they are not shown yet. */
  sentences: readonly AllowedSentence[] | null;
  footnote: string;
  /** What its table of figures is called. */
  label?: string;
  /** Where its charts can be had; nowhere as long as it is a draft. */
  address: string | null;
}

/** A publication as its readers see it: who is counted, the figures, charts, sentences, and what they can't say. */
export function DocumentView({ content, label = 'Published figures', ...props }: Props) {
  const { title, clinic, sentences, footnote, address } = props;
  const { period, cohort, ladder, figures, charts, caveats, definitions } = content;
  return (
    <article className={classes.document} aria-label={`What is published: ${title}`}>
      <Stack gap="xl">
        <div>
          <Text c="dimmed" size="sm">
            {clinic}
          </Text>
          <Title order={2}>{title}</Title>
          <Text>
            {cohortInWords(cohort)}, begun {periodInWords(period)}.
          </Text>
        </div>
        <Part title="Who is counted">
          <PublicLadder ladder={ladder} />
        </Part>
        <Part title="Figures">
          <FigureTable figures={figures} label={label} />
        </Part>
        {charts.length > 0 && (
          <Part title="Charts">
            <PublicCharts charts={charts} address={address} />
          </Part>
        )}
        <Part title="Sentences for a website">
          {sentences ? (
            <AllowedSentences {...{ sentences, footnote }} copied={address !== null} />
          ) : (
            <WithApproval what="Made of the figures above." />
          )}
        </Part>
        <Part title="What these figures can’t say">
          <List size="sm" spacing={4}>
            {caveats.map((caveat) => (
              <List.Item key={caveat}>{caveat}</List.Item>
            ))}
          </List>
        </Part>
        <Part title="Words">
          <Text size="sm">
            {definedIn(definitions).map(({ label, definition }) => (
              <Fragment key={label}>
                <b>{label}:</b> {definition}{' '}
              </Fragment>
            ))}
            {definitions.score6} Definitions version {definitions.version}.
          </Text>
        </Part>
      </Stack>
    </article>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Stack gap="xs" component="section">
      <Title order={3} size="h4">
        {title}
      </Title>
      {children}
    </Stack>
  );
}
