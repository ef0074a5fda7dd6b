import { Table, Text } from '@mantine/core';
import { entryOf } from '../../../entries/entry';
import type { Position } from '../grid/moves';
import { entryWords } from '../store/words';
import type { PastedCell, PastedRow } from './paste-plan';
import classes from '../scores.module.css';
import { dateInWords } from '../../../../domain/calendar/date-words';

/** The pasted values beside their patients and infusions, with what would become of each. */
export function PastedBlock({
  plan,
  position,
  today,
}: {
  plan: readonly PastedRow[];
  position: Position;
  today: string;
}) {
  const width = Math.max(...plan.map(({ cells }) => cells.length));
  const columns = Array.from({ length: width }, (_, at) => position.column + at);
  return (
    <Table.ScrollContainer minWidth={320} mah="50vh" scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
      <table className={classes.verdicts} aria-label="The pasted block">
        <thead>
          <tr>
            <th scope="col">Patient</th>
            {columns.map((infusion) => (
              <th key={infusion} scope="col">
                {infusion <= 6 ? `Infusion ${infusion}` : 'Beyond the table'}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {plan.map(({ row, cells }, down) => (
            <tr key={row?.course.id ?? down}>
              <th scope="row">{row?.course.chartNumber ?? 'Beyond the table'}</th>
              {cells.map((cell, right) => (
                <td key={columns[right]} data-verdict={cell.verdict}>
                  <VerdictWords pasted={cell} today={today} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Table.ScrollContainer>
  );
}

function VerdictWords({ pasted, today }: { pasted: PastedCell; today: string }) {
  const { text, verdict, message, cell, write } = pasted;
  const before = entryOf(cell?.recorded ?? null);
  const date = write?.entry.assessedOn;
  return (
    <>
      <Text size="sm" fw={600}>
        {before && write && (
          <>
            <del>{entryWords(before)}</del> <span aria-label="becomes">→</span>{' '}
          </>
        )}
        {text}
      </Text>
      <Text size="xs">
        {WORDS[verdict]}
        {date && ` of ${date === today ? 'today' : dateInWords(date)}`}
      </Text>
      {message !== '' && (
        <Text size="xs" maw={240}>
          {message}
        </Text>
      )}
    </>
  );
}

const WORDS: Record<PastedCell['verdict'], string> = {
  new: 'new,',
  same: 'there already',
  amends: 'amends,',
  unusual: 'unusual: you are asked why,',
  refused: 'refused',
  beyond: 'not written',
  empty: 'empty, left as it is',
};
