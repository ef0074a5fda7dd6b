import type { ClipboardEvent, FocusEvent, KeyboardEvent, MouseEvent } from 'react';
import { INFUSION_NUMBERS } from '../../../domain/course/record/slots.js';
import type { Active } from './active-cell';
import { blockBetween, sizeWords, textOf } from './block';
import { CellNote } from './cell-note';
import type { Dates } from './cell-date';
import type { Cell, Course } from './cells';
import { missedEntry, shownEntry } from './entry';
import { pressed, type Around } from './obey';
import { cellsOf } from './paste';
import type { Paste } from './paste-dialog';
import { QuestionPanel, type Answers } from './question-panel';
import type { ScoreBook } from './score-book';
import { ScoreRow } from './score-row';
import classes from './scores.module.css';
import type { At } from './use-desk';
import { valueOf } from './words';

interface Props {
  book: ScoreBook;
  ids: readonly string[];
  dates: Dates;
  at: At;
  around: Around;
  onPasteBlock: (paste: Paste) => void;
}

/** The table: patients down, infusions across. One cell at a time can have the focus, and Tab leads out of it. */
export function ScoreGrid({ book, ids, dates, at, around, onPasteBlock }: Props) {
  const { desk, row, cell, act } = at;
  const course = cell && book.row(cell.place.courseId)?.course;
  const press = (event: KeyboardEvent) => {
    if (desk.column === 0 && event.key === 'Enter') return;
    if (pressed(event, at, book, around)) event.preventDefault();
  };
  const paste = (event: ClipboardEvent) => {
    const block = cellsOf(event.clipboardData.getData('text/plain'));
    event.preventDefault();
    if (block.length > 1 || (block[0]?.length ?? 0) > 1) {
      onPasteBlock({ block, spot: { row, column: desk.column } });
    } else act({ does: 'type', text: block[0]?.[0] ?? '' });
  };
  const active: Active = {
    desk,
    field: at.field,
    beside: cell && course && <Beside {...{ at, book, cell, course, dates }} />,
    onPress: press,
    onType: (text) => act({ does: 'type', text }),
    onPaste: paste,
    onCopy: (event) => copied(event, at, book, ids, dates.today),
    onBlur: (event) => isElsewhere(event) && at.leave(),
    onFocus: () => {
      const courseId = ids[row];
      if (desk.courseId === null && courseId) act({ does: 'go', courseId, column: desk.column });
    },
    onEdit: () => cell && desk.mode === 'moving' && act({ does: 'edit', text: valueOf(cell) }),
    onDismiss: () => desk.question && act({ does: 'dismiss' }),
  };
  const point = (event: MouseEvent) => {
    const td = (event.target as HTMLElement).closest<HTMLElement>('td[data-column]');
    const id = td?.closest('tr')?.dataset.course;
    if (!td || !id || event.button !== 0) return;
    const spot = { row: ids.indexOf(id), column: Number(td.dataset.column) };
    // Inside the field a click moves the caret.
    if (event.target instanceof HTMLInputElement) return;
    event.preventDefault();
    if (spot.row === row && spot.column === desk.column) at.backToField(null);
    else at.pointAt(spot);
  };
  return (
    <div className={classes.scroller}>
      <table
        role="grid"
        aria-label="Scores of the courses under way"
        aria-rowcount={ids.length + 1}
        aria-colcount={7}
        className={classes.grid}
        onMouseDown={point}
      >
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col" aria-colindex={1}>
              Patient
            </th>
            {INFUSION_NUMBERS.map((infusion) => (
              <th key={infusion} scope="col" aria-colindex={infusion + 1}>
                Infusion {infusion}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {ids.map((id, index) => (
            <ScoreRow
              key={id}
              book={book}
              courseId={id}
              rowIndex={index + 2}
              today={dates.today}
              active={index === row ? active : null}
              {...markedIn(at.block, index)}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Puts the marked block, or the cell, on the clipboard. While a score is typed, its text is copied as in any field. */
function copied(
  event: ClipboardEvent,
  { desk, block, row, column }: At,
  book: ScoreBook,
  ids: readonly string[],
  today: string,
): void {
  if (desk.mode !== 'moving') return;
  const wanted = block ?? blockBetween({ row, column }, { row, column });
  const text = textOf(wanted, (index) => book.row(ids[index] ?? '') ?? null, today);
  event.clipboardData.setData('text/plain', text);
  event.preventDefault();
  book.tell(`Copied: ${sizeWords(wanted)}`);
}

/** Does the focus go elsewhere on the page? Another window, and what stands beside the cell, are not elsewhere. */
function isElsewhere({ relatedTarget }: FocusEvent): boolean {
  const within = relatedTarget?.closest('td[data-column], [role=dialog]');
  return document.hasFocus() && !within;
}

/** The marked columns of a row, from and to; none of a row outside of the block. */
function markedIn(block: At['block'], row: number): { from: number; to: number } {
  const inside = block !== null && row >= block.top && row <= block.bottom;
  return inside ? { from: block.left, to: block.right } : { from: 0, to: 0 };
}

interface BesideProps extends Pick<Props, 'at' | 'book' | 'dates'> {
  cell: Cell;
  course: Course;
}

/** What stands beside the active cell: a question, or a note. */
function Beside({ at, book, cell, course, dates }: BesideProps) {
  const { desk } = at;
  if (desk.question === null) return <CellNote desk={desk} cell={cell} dates={dates} />;
  return (
    <QuestionPanel
      key={desk.question.asks}
      question={desk.question}
      course={course}
      cell={cell}
      dates={dates}
      answers={answersOf(at, book, cell)}
    />
  );
}

function answersOf(at: At, book: ScoreBook, cell: Cell): Answers {
  const { place } = cell;
  return {
    missed: (reason, note) => at.propose(missedEntry(reason, note, at.desk.date)),
    date: (date) => {
      const entry = at.desk.mode === 'moving' ? shownEntry(cell) : null;
      if (entry) at.propose({ ...entry, assessedOn: date }, cell.pending?.write.typed ?? null);
      else at.backToField(date);
    },
    override: (reason) => {
      book.again(place, reason);
      at.step(null);
    },
    reason: ({ entry, typed, then }, amendmentReason) => {
      book.write(place, { entry, typed, amendmentReason, overrideReason: null });
      at.step(then);
    },
    takeTheirs: () => {
      book.drop(place);
      at.step(null);
    },
    keepMine: () => {
      const entry = shownEntry(cell);
      if (entry) at.propose(entry, cell.pending?.write.typed ?? null);
    },
    dismiss: () => at.backToField(null),
  };
}
