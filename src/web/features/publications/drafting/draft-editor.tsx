import { Alert, Box, Button, Fieldset, Group, Stack, Text } from '@mantine/core';
import { faultOf } from '../../../api/problem';
import { ProblemNotice } from '../../../components/problem-notice';
import { ChartChoice } from './chart-choice';
import { CohortFields } from './cohort-fields';
import { FigureChoice } from './figure-choice';
import { NameFields } from './name-fields';
import type { Publication } from '../publication';
import classes from '../publications.module.css';
import { Preview } from '../document/preview';
import { useDraft, type EditedDraft } from './use-draft';
import { cohortInWords, startsOf } from '../words';
import { counted } from '../../../../domain/numbers/words';

/** Pointers of faults that are shown beside their fields. */
const FIELDS = ['title', 'slug', 'period', 'kind', 'indication', 'figures', 'charts'].map((name) => `/${name}`);

interface Props {
  publication: Publication;
  /** Is its preview being read again? */
  reading: boolean;
}

/** What a draft says, and beside it exactly what would be public of it. */
export function DraftEditor({ publication, reading }: Props) {
  const draft = useDraft(publication);
  const { fields, change, error } = draft;
  const fault = (pointer: string) => faultOf(error, pointer);
  return (
    <div className={classes.editor}>
      <Stack component="section" aria-label="What is chosen">
        <SavingStatus draft={draft} />
        {draft.stale && <StaleDraft publication={publication} draft={draft} />}
        {error && !draft.stale && <ProblemNotice error={error} shown={FIELDS} />}
        <Fieldset legend="Name">
          <NameFields {...{ fields, fault }} onChange={change} tried />
        </Fieldset>
        <Fieldset legend="Whom it is about">
          <CohortFields {...{ fields, fault }} onChange={change} />
        </Fieldset>
        <FigureChoice chosen={fields.figures} error={fault('/figures')} onChange={(figures) => change({ figures })} />
        <ChartChoice chosen={fields.charts} error={fault('/charts')} onChange={(charts) => change({ charts })} />
      </Stack>
      <Box component="section" aria-label="Preview">
        <Preview publication={publication} behind={draft.unsaved || reading} />
      </Box>
    </div>
  );
}

/** Is all of it saved, and if not, what happens to it? */
function SavingStatus({ draft: { saving, unsaved, error, stale, retry } }: { draft: EditedDraft }) {
  return (
    <Group gap="xs" mih={30}>
      <Text size="sm" c="dimmed" role="status">
        {statusOf(saving, unsaved, error)}
      </Text>
      {error && !saving && !stale && (
        <Button size="compact-sm" variant="default" onClick={retry}>
          Save again
        </Button>
      )}
    </Group>
  );
}

function statusOf(saving: boolean, unsaved: boolean, error: Error | null): string {
  if (error && !saving) return 'Not saved yet; what you chose is kept on this device.';
  return saving || unsaved ? 'Saving …' : 'All is saved. Each change is saved by itself.';
}

/** Shows what somebody else saved meanwhile, before one's own goes over it. */
function StaleDraft({ publication, draft }: { publication: Publication; draft: EditedDraft }) {
  return (
    <Alert color="orange" role="alert" title="Somebody else changed this draft meanwhile">
      <Text size="sm">
        Saved now: <b>{publication.title}</b>, {cohortInWords(publication)}, begun {startsOf(publication)},{' '}
        {counted(publication.figures.length, 'figure')} and {counted(publication.charts.length, 'chart')}. Yours is
        below and not saved; only what you changed goes over theirs.
      </Text>
      <Group gap="xs" mt="xs">
        <Button size="xs" onClick={draft.takeUp}>
          I have seen it; save mine
        </Button>
        <Button size="xs" variant="default" onClick={draft.giveUp}>
          Take theirs
        </Button>
      </Group>
    </Alert>
  );
}
