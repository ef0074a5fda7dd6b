import { Button, Group, Kbd, Modal, Table, Text } from '@mantine/core';
import type { RefObject } from 'react';
import classes from './scores.module.css';

const KEYS: [string, string][] = [
  ['0 to 9', 'type a score; what was there is replaced, and an existing score asks why'],
  ['Enter, Shift+Enter', 'save and go down, or up'],
  ['Tab, Shift+Tab', 'save and go right, or left'],
  ['Arrows, Page Up, Page Down', 'save and go there; a click elsewhere asks'],
  ['Home, End', 'first or last infusion of the row; with Ctrl of the whole table'],
  ['F2', 'edit what is there, with the caret inside'],
  ['Esc', 'give up what is being typed'],
  ['Ctrl+Z', 'undo your last write, again for the one before; the history keeps both'],
  ['Delete', 'take back an entry, or give up what is not saved'],
  ['m', 'missed; then one key for the reason'],
  ['d', 'another date for this cell'],
  ['p', 'dates of empty cells, also while one is typed: today, or the planned day where it has come'],
  ['f', 'the form with the 18 items'],
  ['n', 'next cell that needs you'],
  ['/', 'find a chart number'],
  ['Shift+Arrows, Ctrl+C', 'mark a block; copy it, or the cell, as a spreadsheet takes it'],
  ['Ctrl+V', 'paste a block; it is shown before it is written'],
  ['Esc then Tab, or F6', 'leave the table; Shift+F6 goes back to the search'],
  ['?', 'this help'],
];

/** The few keys that everybody needs, under the table. */
export function KeysLine({ onAll, button }: { onAll: () => void; button: RefObject<HTMLButtonElement | null> }) {
  return (
    <div className={classes.legend}>
      <Button ref={button} size="compact-sm" variant="default" onClick={onAll}>
        All keys
      </Button>
      <span>
        <Kbd size="xs">Enter</Kbd> saves, down
      </span>
      <span>
        <Kbd size="xs">Tab</Kbd> saves, right
      </span>
      <span>
        <Kbd size="xs">m</Kbd> missed
      </span>
      <span>
        <Kbd size="xs">d</Kbd> date
      </span>
      <span>
        <Kbd size="xs">Ctrl+Z</Kbd> undo
      </span>
      <span>
        <Kbd size="xs">Esc</Kbd> then <Kbd size="xs">Tab</Kbd>, or <Kbd size="xs">F6</Kbd>, leaves the table
      </span>
    </div>
  );
}

export function KeysHelp({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  return (
    <Modal opened={opened} onClose={onClose} title="Keys of the score table" size="lg">
      <Table>
        <Table.Tbody>
          {KEYS.map(([key, does]) => (
            <Table.Tr key={key}>
              <Table.Th scope="row" w="34%">
                {key}
              </Table.Th>
              <Table.Td>{does}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Group mt="sm">
        <Text size="sm" c="dimmed">
          States: ● scored, ○ due, ? unresolved (its day has passed and nobody said what happened), ⊘ missed, ◐ a form
          without a total.
        </Text>
      </Group>
    </Modal>
  );
}
