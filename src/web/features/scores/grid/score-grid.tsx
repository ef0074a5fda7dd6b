import { Button } from '@mantine/core';
import type { ClipboardEvent, FocusEvent, KeyboardEvent, MouseEvent } from 'react';
import { INFUSION_NUMBERS } from '../../../../domain/course/record/slots.js';
import classes from '../scores.module.css';
import type { ScoreStore } from '../store/score-store';
import { valueOf } from '../store/words';
import type { ActiveInput } from './active-cell';
import { isOfCell } from './ask-on-leaving';
import { BesideCell } from './beside-cell';
import { blockBetween, sizeWords } from './block';
import type { Dates } from './cell-date';
import { clipboardText, type Paste } from './clipboard';
import { parseClipboard } from './parse-clipboard';
import { handleKey, type PageActions } from './run-command';
import { ScoreRow } from './score-row';
import type { Grid } from './use-grid';

interface Props {
  store: ScoreStore;
  ids: readonly string[];
  dates: Dates;
  grid: Grid;
  page: PageActions;
  onPasteBlock: (paste: Paste) => void;
  onAdd: () => void;
}

/** The table: patients down, infusions across. One cell at a time can have the focus, and Tab leads out of it. */
export function ScoreGrid(props: Props) {
  const { store, ids, dates, grid, onAdd } = props;
  const active = activeInput(props);
  return (
    <div className={classes.scroller}>
      <table
        role="grid"
        aria-label="Scores of the courses under way"
        aria-rowcount={ids.length + 1}
        aria-colcount={7}
        className={classes.grid}
        onMouseDown={(event) => clickCell(event, grid, ids)}
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
              store={store}
              courseId={id}
              rowIndex={index + 2}
              today={dates.today}
              active={index === grid.row ? active : null}
              {...markedIn(grid.block, index)}
            />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <td colSpan={7} className={classes.add}>
              <Button variant="subtle" size="compact-sm" className={classes.target} onClick={onAdd}>
                Add a patient
              </Button>
            </td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

function activeInput({ store, ids, dates, grid, page, onPasteBlock }: Props): ActiveInput {
  const { state, row, cell, dispatch } = grid;
  const course = cell && store.row(cell.address.courseId)?.course;
  return {
    state,
    field: grid.field,
    beside: cell && course && <BesideCell {...{ grid, store, cell, course, dates }} onPlanned={page.toggleDateRule} />,
    onKeyDown: (event: KeyboardEvent) => {
      // Enter on the patient follows its link.
      if (state.column === 0 && event.key === 'Enter') return;
      if (handleKey(event, grid, store, page)) event.preventDefault();
    },
    onText: (text) => dispatch({ kind: 'type', text }),
    onPaste: (event: ClipboardEvent) => {
      const block = parseClipboard(event.clipboardData.getData('text/plain'));
      event.preventDefault();
      if (block.length > 1 || (block[0]?.length ?? 0) > 1) {
        onPasteBlock({ block, position: { row, column: state.column } });
      } else dispatch({ kind: 'type', text: block[0]?.[0] ?? '' });
    },
    onCopy: (event: ClipboardEvent) => copyBlock(event, { store, ids, grid, dates }),
    onBlur: (event: FocusEvent) => isElsewhere(event) && grid.askOnLeaving(null),
    onFocus: () => {
      const courseId = ids[row];
      if (state.courseId === null && courseId) dispatch({ kind: 'goTo', courseId, column: state.column });
    },
    onEdit: () => cell && state.mode === 'navigating' && dispatch({ kind: 'edit', text: valueOf(cell) }),
    onDismiss: () => state.question && dispatch({ kind: 'dismiss' }),
  };
}

/** A click goes to the cell; inside the field it moves the caret. */
function clickCell(event: MouseEvent, grid: Grid, ids: readonly string[]): void {
  const td = (event.target as HTMLElement).closest<HTMLElement>('td[data-column]');
  const id = td?.closest('tr')?.dataset.course;
  if (!td || !id || event.button !== 0 || event.target instanceof HTMLInputElement) return;
  const position = { row: ids.indexOf(id), column: Number(td.dataset.column) };
  event.preventDefault();
  if (position.row === grid.row && position.column === grid.column) grid.backToField(null);
  else grid.clickOn(position);
}

/** Puts the marked block, or the cell, on the clipboard. While a score is typed, its text is copied as in any field. */
function copyBlock(
  event: ClipboardEvent,
  { store, ids, grid, dates }: Pick<Props, 'store' | 'ids' | 'grid' | 'dates'>,
) {
  const { state, block, row, column } = grid;
  if (state.mode !== 'navigating') return;
  const copied = block ?? blockBetween({ row, column }, { row, column });
  const text = clipboardText(copied, (index) => store.row(ids[index] ?? '') ?? null, dates.today);
  event.clipboardData.setData('text/plain', text);
  event.preventDefault();
  store.announce(`Copied: ${sizeWords(copied)}`);
}

/** Does the focus go elsewhere on the page? Another window, and what is shown beside the cell, are not elsewhere. */
function isElsewhere({ currentTarget, relatedTarget }: FocusEvent): boolean {
  const hidden = currentTarget.closest('[inert]') !== null;
  return document.hasFocus() && !hidden && !(relatedTarget && isOfCell(relatedTarget));
}

/** The marked columns of a row, from and to; 0 for a row outside of the block. */
function markedIn(block: Grid['block'], row: number): { from: number; to: number } {
  const inside = block !== null && row >= block.top && row <= block.bottom;
  return inside ? { from: block.left, to: block.right } : { from: 0, to: 0 };
}
