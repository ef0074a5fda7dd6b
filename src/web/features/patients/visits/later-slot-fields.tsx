import { Group, Radio, TextInput } from '@mantine/core';
import { useState } from 'react';
import { followUpWeeks, MAX_FOLLOW_UP_WEEKS } from '../../../../domain/course/record/slots';
import { followUpOn } from '../../../../domain/course/rules/follow-up-week';
import { useTyped } from '../../../components/dialogs/dialog-draft';
import type { VisitAction } from './visit-action';

interface Props {
  series: VisitAction['series'];
  today: string;
}

/** Which score after the series it is: a follow-up, where there is a post-series score already. */
export function LaterSlotFields({ series, today }: Props) {
  const typed = useTyped();
  const { postSeries = null, endedOn = null } = series ?? {};
  const [later, setLater] = useState(typed('later', postSeries === null ? 'post-series' : 'follow-up'));
  const proposed = followUpOn(endedOn, today);
  return (
    <>
      <Radio.Group label="Which score is it?" name="later" value={later} onChange={setLater}>
        <Group gap="lg" mt={4}>
          <Radio value="post-series" label="Score after the series" data-autofocus />
          <Radio value="follow-up" label="Follow-up" />
        </Group>
      </Radio.Group>
      {later === 'follow-up' && (
        <TextInput
          label="Weeks after the series"
          description={`A whole number from 1 to ${MAX_FOLLOW_UP_WEEKS}`}
          name="weeks"
          inputMode="numeric"
          autoComplete="off"
          required
          maw={280}
          defaultValue={typed('weeks', proposed === null ? '' : String(followUpWeeks(proposed)))}
        />
      )}
    </>
  );
}
