import { Group } from '@mantine/core';
import { useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { useLocation, useSearchParams } from 'wouter';
import { Empty } from '../../components/empty';
import { Loaded } from '../../components/loaded';
import { Page } from '../../components/page';
import { AnsweredNotices } from './answered-notices';
import { CellActions } from './cell-actions';
import { CellLine } from './cell-line';
import type { DateRule, Dates } from './cell-date';
import { nameOf, type Place } from './cells';
import { KeysHelp, KeysLine } from './keys-help';
import { NeedsList } from './needs-list';
import { firstEmpty, obey, settled, toFirstEmpty } from './obey';
import { PasteDialog, type Paste } from './paste-dialog';
import { idsInSight, type Order } from './rows-in-sight';
import { SavingStatus } from './saving-status';
import type { ScoreBook } from './score-book';
import { ScoreGrid } from './score-grid';
import { ScoreTools } from './score-tools';
import classes from './scores.module.css';
import { useDesk } from './use-desk';
import { useScoreBook } from './use-score-book';

/** Every course under way as a row, its six infusions as columns: the spreadsheet that this replaces, but safe. */
export default function ScoresPage() {
  const [search] = useSearchParams();
  const asked = search.get('course');
  const known = useScoreBook(asked);
  return (
    <Page title="Scores" actions={<SavingStatus book={known.book} />}>
      <Loaded query={known.query} height={480}>
        {() => <Scores key={asked} asked={placeAsked(search, known.book)} {...known} />}
      </Loaded>
    </Page>
  );
}

/** The cell an address leads to: its infusion, else the first of which nothing is recorded. */
function placeAsked(search: URLSearchParams, book: ScoreBook): Place | null {
  const row = book.row(search.get('course') ?? '');
  const infusion = Number(search.get('infusion'));
  const named = row?.cells.find(({ place }) => place.infusion === infusion);
  return (named ?? (row && firstEmpty(row)))?.place ?? null;
}

interface ScoresProps extends ReturnType<typeof useScoreBook> {
  asked: Place | null;
}

function Scores({ asked, book, drafts, today }: ScoresProps) {
  const all = useSyncExternalStore(book.subscribe, book.ids);
  const [typed, setTyped] = useState('');
  const [order, setOrder] = useState<Order>('chartNumber');
  const [rule, setRule] = useState<DateRule>('today');
  const [paste, setPaste] = useState<Paste | null>(null);
  const [helped, setHelped] = useState(false);
  const search = useRef<HTMLInputElement>(null);
  const after = useRef<HTMLButtonElement>(null);
  const dates: Dates = useMemo(() => ({ today, rule }), [today, rule]);
  const ids = useMemo(
    () =>
      idsInSight(
        all.flatMap((id) => book.row(id) ?? []),
        { typed, order },
      ),
    [all, book, typed, order],
  );
  const [, open] = useLocation();
  const at = useDesk({ book, ids, dates, drafts, asked });
  const around = {
    open,
    find: () => search.current?.select(),
    leave: () => after.current?.focus(),
    help: () => setHelped(true),
    toggleDates: () => setRule(rule === 'today' ? 'planned' : 'today'),
  };
  const rowAt = (index: number) => book.row(ids[index] ?? '') ?? null;
  const row = at.cell && rowAt(at.row);

  if (all.length === 0) return <NoCourses />;
  return (
    <div className={classes.desk}>
      <AnsweredNotices book={book} />
      <ScoreTools
        {...{ typed, order, rule, today, search }}
        shown={ids.length}
        onType={(text) => settled(at) && setTyped(text)}
        onOrder={setOrder}
        onRule={setRule}
        onEnter={() => toFirstEmpty(at, book.row(ids[0] ?? ''))}
      />
      {ids.length === 0 ? (
        <Empty title={`No chart number holds “${typed.trim()}”`}>
          Only courses under way are here. Others are found under Patients.
        </Empty>
      ) : (
        <ScoreGrid {...{ book, ids, dates, at, around }} onPasteBlock={setPaste} />
      )}
      {row && at.cell && (
        <Group justify="space-between" gap="xs">
          <CellLine course={row.course} cell={at.cell} dates={dates} chosen={at.desk.date} />
          <CellActions name={nameOf(row.course, at.cell.place)} onDo={(command) => obey(command, at, book, around)} />
        </Group>
      )}
      <NeedsList book={book} onGo={at.goToPlace} />
      <KeysLine onAll={() => setHelped(true)} button={after} />
      <KeysHelp opened={helped} onClose={() => setHelped(false)} />
      {paste && (
        <PasteDialog
          {...{ paste, rowAt, dates }}
          onRule={setRule}
          onClose={() => setPaste(null)}
          onWrite={(cells, reason) => {
            book.writeAll(cells, reason);
            setPaste(null);
          }}
        />
      )}
    </div>
  );
}

function NoCourses() {
  return (
    <Empty title="No course is under way">
      As soon as a patient begins a course, it is a row here. Begin one under Today.
    </Empty>
  );
}
