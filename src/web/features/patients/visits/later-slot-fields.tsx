import { Group, Radio, TextInput } from '@mantine/core';
import { useState } from 'react';
import { MAX_FOLLOW_UP_WEEKS } from '../../../../domain/course/record/slots';
import { useTyped } from '../../../components/dialog-draft';

/** Which score after the series it is. */
export function LaterSlotFields() {
  const typed = useTyped();
  const [later, setLater] = useState(typed('later', 'post-series'));
  return (
    <>
      <Radio.Group label="Which score is it?" name="later" value={later} onChange={setLater}>
        <Group gap="lg" mt={4}>
          <Radio value="post-series" label="Post-series" data-autofocus />
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
          defaultValue={typed('weeks', '')}
        />
      )}
    </>
  );
}
