import { Button, Group, Modal, SegmentedControl, Select, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { countInFigures, counted } from '../../../../domain/numbers/words';
import type { DateRule, Dates } from '../grid/cell-date';
import type { Paste } from '../grid/clipboard';
import { AMENDMENT_CHOICES } from '../grid/reasons';
import type { Row } from '../store/cells';
import { PastedBlock } from './pasted-block';
import { needsReason, planOf, writable, type PastedCell, type PastedRow } from './paste-plan';

interface Props {
  paste: Paste;
  rowAt: (index: number) => Row | null;
  dates: Dates;
  onRule: (rule: DateRule) => void;
  onWrite: (cells: readonly PastedCell[], reason: string) => void;
  onClose: () => void;
}

const REASONS = [
  'Corrected in the spreadsheet',
  ...AMENDMENT_CHOICES.map(({ value }) => value).filter((value) => value !== ''),
];

/** A pasted block as it would be saved. Nothing of it is written before the person says so. */
export function PasteDialog({ paste, rowAt, dates, onRule, onWrite, onClose }: Props) {
  const [reason, setReason] = useState<string | null>(null);
  const [asked, setAsked] = useState(false);
  const plan = planOf(paste.block, paste.position, rowAt, dates);
  const good = writable(plan);
  const amended = good.filter(needsReason).length;
  const write = () => {
    if (amended > 0 && reason === null) return setAsked(true);
    onWrite(good, reason ?? '');
  };
  return (
    <Modal opened onClose={onClose} title="Check what you paste" size="auto" centered>
      <Stack>
        <Text role="status">{planWords(plan, good.length)}</Text>
        <Group gap="xs">
          <Text size="sm">Dates of empty cells:</Text>
          <SegmentedControl
            size="xs"
            value={dates.rule}
            onChange={(rule) => onRule(rule)}
            aria-label="Dates of empty cells"
            data={[
              { value: 'today', label: 'Today' },
              { value: 'planned', label: 'Planned days' },
            ]}
          />
        </Group>
        <PastedBlock plan={plan} position={paste.position} today={dates.today} />
        {amended > 0 && (
          <Select
            label={`Why ${amended === 1 ? 'is 1 score' : `are ${countInFigures(amended)} scores`} amended?`}
            data={REASONS}
            value={reason}
            onChange={setReason}
            required
            error={asked && reason === null ? 'Choose why; the earlier versions are kept.' : null}
          />
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Write nothing
          </Button>
          <Button onClick={write} disabled={good.length === 0} data-autofocus>
            Write {counted(good.length, 'score')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

function planWords(plan: readonly PastedRow[], good: number): string {
  const cells = plan.flatMap((row) => row.cells);
  const count = (...verdicts: PastedCell['verdict'][]) =>
    cells.filter(({ verdict }) => verdicts.includes(verdict)).length;
  const bad = count('refused', 'beyond');
  const same = count('same');
  const parts = [
    `${countInFigures(good)} can be written.`,
    bad > 0 ? `${countInFigures(bad)} cannot; the reason is beside ${bad === 1 ? 'it' : 'each'}.` : '',
    same > 0 ? `${counted(same, 'is', 'are')} there already.` : '',
  ];
  return parts.filter((part) => part !== '').join(' ');
}
