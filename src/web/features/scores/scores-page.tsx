import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useRef, useState, useSyncExternalStore, type ReactNode } from 'react';
import { useLocation, useSearchParams } from 'wouter';
import { EVERY_DAY } from '../../../domain/calendar/clinic-days';
import { clinicQuery } from '../../api/clinic-query';
import { Empty } from '../../components/empty';
import { Loaded } from '../../components/loaded';
import { Page } from '../../components/page';
import { AddPatient } from './add-patient';
import { AnsweredNotices } from './answered-notices';
import { PublishedNote } from './published-note';
import { useAskOnLeaving } from './grid/ask-on-leaving';
import { FoundElsewhere } from './found-elsewhere';
import { CellBar } from './grid/cell-bar';
import type { Dates } from './grid/cell-date';
import type { Paste } from './grid/clipboard';
import { firstEmptyCell, runCommand, type PageActions } from './grid/run-command';
import { ScoreGrid } from './grid/score-grid';
import { useGrid } from './grid/use-grid';
import { KeysHelp, KeysLine } from './keys-help';
import { PasteDialog } from './paste/paste-dialog';
import { writePasted } from './paste/paste-plan';
import { SavingStatus, UndecidedList } from './saving-status';
import { ScoreTools } from './score-tools';
import classes from './scores.module.css';
import type { CellAddress } from './store/cells';
import type { ScoreStore } from './store/score-store';
import { useScoreStore } from './use-score-store';
import { useTableView } from './use-table-view';
import { visibleIds } from './visible-rows';

/** Every course under way as a row, its six infusions as columns: the spreadsheet that this replaces, but safe. */
export default function ScoresPage() {
  const [search] = useSearchParams();
  const asked = search.get('course');
  const known = useScoreStore(asked);
  return (
    <Page title="Scores" actions={<SavingStatus store={known.store} />}>
      <Loaded query={known.query} height={480}>
        {() => <Scores key={asked} startAt={cellAsked(search, known.store)} {...known} />}
      </Loaded>
    </Page>
  );
}

/** The cell that the address of the page names: its infusion, else the first of which nothing is recorded. */
function cellAsked(search: URLSearchParams, store: ScoreStore): CellAddress | null {
  const row = store.row(search.get('course') ?? '');
  const infusion = Number(search.get('infusion'));
  const named = row?.cells.find(({ address }) => address.infusion === infusion);
  return (named ?? (row && firstEmptyCell(row)))?.address ?? null;
}

interface ScoresProps extends ReturnType<typeof useScoreStore> {
  startAt: CellAddress | null;
}

function Scores({ startAt, store, drafts, query, today }: ScoresProps) {
  const all = useSyncExternalStore(store.subscribe, store.ids);
  const { typed, order, rule, setTyped, setOrder, setRule } = useTableView();
  const { data: clinicDays = EVERY_DAY } = useQuery(clinicQuery);
  const [adding, setAdding] = useState(false);
  const [paste, setPaste] = useState<Paste | null>(null);
  const [helped, setHelped] = useState(false);
  const search = useRef<HTMLInputElement>(null);
  const after = useRef<HTMLButtonElement>(null);
  const dates: Dates = useMemo(() => ({ today, rule, clinicDays }), [today, rule, clinicDays]);
  const ids = useMemo(() => {
    const rows = all.flatMap((id) => store.row(id) ?? []);
    return visibleIds(rows, { typed, order });
  }, [all, store, typed, order]);
  const [, open] = useLocation();
  const grid = useGrid({ store, ids, dates, drafts, startAt, showAll: () => setTyped('') });
  const page: PageActions = {
    open,
    focusSearch: () => search.current?.select(),
    leaveTable: () => after.current?.focus(),
    showHelp: () => setHelped(true),
    toggleDateRule: () => setRule(rule === 'today' ? 'planned' : 'today'),
  };
  useAskOnLeaving(grid);
  const patients = useMemo(() => new Set(ids.flatMap((id) => store.row(id)?.course.patientId ?? [])), [ids, store]);
  const showCourse = (courseId: string) => {
    store.pin(courseId);
    void query.refetch();
  };
  const rowAt = (index: number) => store.row(ids[index] ?? '') ?? null;
  const { cell } = grid;
  const row = cell && rowAt(grid.row);

  const add = <Button onClick={() => setAdding(true)}>Add a patient</Button>;
  const addPatient = <AddPatient opened={adding} onClose={() => setAdding(false)} />;
  if (all.length === 0) return <NoCourses action={add}>{addPatient}</NoCourses>;
  return (
    <div className={classes.page} data-page>
      <AnsweredNotices store={store} />
      <PublishedNote store={store} />
      <ScoreTools
        {...{ typed, order, rule, today, search }}
        shown={ids.length}
        onType={setTyped}
        onOrder={setOrder}
        onRule={setRule}
        onEnter={() => {
          const first = rowAt(0);
          const empty = first && firstEmptyCell(first);
          if (empty) grid.goToCell(empty.address);
        }}
      />
      {ids.length === 0 ? (
        <Empty title={`No chart number holds “${typed.trim()}”`} action={add}>
          Only courses under way are here, and those of today. Look for others under Patients.
        </Empty>
      ) : (
        <ScoreGrid {...{ store, ids, dates, grid, page }} onPasteBlock={setPaste} onAdd={() => setAdding(true)} />
      )}
      <FoundElsewhere typed={typed} shown={patients} onShow={showCourse} />
      {addPatient}
      {row && cell && (
        <CellBar
          {...{ cell, dates }}
          course={row.course}
          chosen={grid.state.date}
          onCommand={(command) => runCommand(command, grid, store, page)}
        />
      )}
      <UndecidedList store={store} onGo={grid.goToCell} />
      <KeysLine onAll={() => setHelped(true)} button={after} />
      <KeysHelp opened={helped} onClose={() => setHelped(false)} />
      {paste && (
        <PasteDialog
          {...{ paste, rowAt, dates }}
          onRule={setRule}
          onClose={() => setPaste(null)}
          onWrite={(cells, reason) => {
            writePasted(store, cells, reason);
            setPaste(null);
          }}
        />
      )}
    </div>
  );
}

function NoCourses({ action, children }: { action: ReactNode; children: ReactNode }) {
  return (
    <>
      <Empty title="No course is under way" action={action}>
        As soon as a patient begins a course, it is a row here.
      </Empty>
      {children}
    </>
  );
}
