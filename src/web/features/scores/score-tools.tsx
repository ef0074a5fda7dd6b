import { Button, Group, NativeSelect, SegmentedControl, Text, TextInput } from '@mantine/core';
import { useState, type KeyboardEvent, type RefObject } from 'react';
import { counted } from '../../../domain/numbers/words';
import type { DateRule } from './grid/cell-date';
import fold from '../../components/fold.module.css';
import type { Order } from './visible-rows';
import { dateInWords } from '../../../domain/calendar/date-words';

interface Props {
  typed: string;
  order: Order;
  rule: DateRule;
  today: string;
  shown: number;
  search: RefObject<HTMLInputElement | null>;
  onType: (typed: string) => void;
  onOrder: (order: Order) => void;
  onRule: (rule: DateRule) => void;
  /** From the search into the table. */
  onEnter: () => void;
}

const ORDERS: { value: Order; label: string }[] = [
  { value: 'chartNumber', label: 'by chart number' },
  { value: 'dueFirst', label: 'what is due first' },
  { value: 'latestStart', label: 'latest start first' },
];

/** Which rows are shown, and which date an empty cell is given. */
export function ScoreTools(props: Props) {
  const { typed, shown, search, onType, onEnter } = props;
  const keyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    onEnter();
  };
  return (
    <Group gap="md" align="flex-end">
      <TextInput
        ref={search}
        label="Chart number"
        placeholder="A-1042, then Enter"
        autoComplete="off"
        autoFocus={!hasCoarsePointer()}
        value={typed}
        onChange={({ currentTarget }) => onType(currentTarget.value)}
        onKeyDown={keyDown}
        w={190}
      />
      <OrderAndDates {...props} />
      <Text size="sm" c="dimmed" ml="auto" role="status">
        {counted(shown, 'course')} under way
      </Text>
    </Group>
  );
}

/** Folded on a phone, so that the first card is in sight. */
function OrderAndDates({ order, rule, today, onOrder, onRule }: Props) {
  const [opened, setOpened] = useState(false);
  return (
    <>
      <Button variant="default" px="sm" className={fold.fold} aria-expanded={opened} onClick={() => setOpened(!opened)}>
        {rule === 'planned' ? 'Order, planned days' : 'Order and dates'}
      </Button>
      <NativeSelect
        className={opened ? undefined : fold.folded}
        label="Sorted"
        data={ORDERS}
        value={order}
        onChange={({ currentTarget }) => onOrder(currentTarget.value as Order)}
      />
      <div className={opened ? undefined : fold.folded}>
        <Text size="sm" fw={600} lh="var(--mantine-line-height)" id="date-rule">
          Dates of empty cells
        </Text>
        <SegmentedControl
          aria-labelledby="date-rule"
          value={rule}
          onChange={(value) => onRule(value)}
          data={[
            { value: 'today', label: `Today, ${dateInWords(today)}` },
            { value: 'planned', label: 'Planned days' },
          ]}
        />
      </div>
    </>
  );
}

/** By finger a field that has the focus brings up a keyboard, which covers half of the table. */
function hasCoarsePointer(): boolean {
  return window.matchMedia('(pointer: coarse)').matches;
}
