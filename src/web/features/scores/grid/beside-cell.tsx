import { missedEntry, type Course } from '../../../entries/entry';
import { shownEntry, type Cell } from '../store/cells';
import type { ScoreStore } from '../store/score-store';
import type { Dates } from './cell-date';
import { CellNote } from './cell-note';
import { QuestionPanel, type ReplyHandlers } from './question-panel';
import type { Grid } from './use-grid';

interface Props {
  grid: Grid;
  store: ScoreStore;
  cell: Cell;
  course: Course;
  dates: Dates;
  /** Gives empty cells their planned days, this one and those typed next. */
  onPlanned: () => void;
}

/** What is shown beside the active cell: a question, or a note. */
export function BesideCell({ grid, store, cell, course, dates, onPlanned }: Props) {
  const { state } = grid;
  const { question } = state;
  if (question === null) {
    const onSave = () => grid.commitTyped('down') || grid.step('down');
    const onGiveUp = () => grid.dispatch({ kind: 'cancel' });
    return <CellNote {...{ state, cell, dates, onSave, onGiveUp, onPlanned }} field={grid.field} />;
  }
  const handlers = handlersOf(grid, store, cell);
  return (
    <QuestionPanel
      key={question.kind}
      {...{ question, course, cell, dates, handlers }}
      text={state.text}
      field={grid.field}
    />
  );
}

function handlersOf(grid: Grid, store: ScoreStore, cell: Cell): ReplyHandlers {
  const { address } = cell;
  const { state } = grid;
  const typed = cell.pending?.write.typed ?? null;
  return {
    onMissed: (reason, note) => grid.commitEntry(missedEntry(reason, { assessedOn: state.date, note })),
    onDate: (date) => {
      const entry = state.mode === 'navigating' ? shownEntry(cell) : null;
      if (entry) grid.commitEntry({ ...entry, assessedOn: date }, typed);
      else grid.backToField(date);
    },
    onOverride: (reason) => {
      store.resend(address, reason);
      grid.step(null);
    },
    onAmendment: ({ entry, typed: text, next }, amendmentReason) => {
      store.write(address, { entry, typed: text, amendmentReason, overrideReason: null });
      grid.step(next);
    },
    onTakeTheirs: () => {
      store.discard(address);
      grid.step(null);
    },
    onKeepMine: () => {
      const entry = shownEntry(cell);
      if (entry) grid.commitEntry(entry, typed);
    },
    onSave: (next) => {
      if (!grid.commitTyped(next)) grid.step(next);
    },
    onGiveUp: (next) => {
      store.announce('Given up: what was typed and not saved.');
      grid.step(next);
    },
    onDismiss: () => grid.backToField(null),
  };
}
