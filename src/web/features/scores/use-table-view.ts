import { useEffect } from 'react';
import { useSearchParams } from 'wouter';
import { keptBeside, useBesideAddress } from '../../components/in-address';
import type { DateRule } from './grid/cell-date';
import type { Order } from './visible-rows';

/** Which rows are shown, in which order, and which date an empty cell is given. */
interface TableView {
  typed: string;
  order: Order;
  rule: DateRule;
}

const NAMES = { order: 'sorted', rule: 'dates' } as const;
const TYPED = 'find';
const ORDERS: readonly string[] = ['chartNumber', 'latestStart', 'dueFirst'] satisfies Order[];

/** What was chosen last, for who comes back to the page by the bar. */
let kept: Partial<Record<string, string>> = {};

/** Forgets what was searched, so that a new row is in sight. */
export function forgetSearch(): void {
  kept = { ...kept, [TYPED]: '' };
}

/** What was chosen for the table: kept while the pages are open, and in the address or beside it, so that a reload finds it again. */
export function useTableView() {
  const [search, setSearch] = useSearchParams();
  const [found, find] = useBesideAddress(TYPED);
  const valueOf = (name: string) => search.get(name) ?? kept[name] ?? '';
  const change = (name: string, value: string) => {
    kept = { ...kept, [name]: value };
    setSearch(
      (before) => {
        const changed = new URLSearchParams(before);
        if (value === '') changed.delete(name);
        else changed.set(name, value);
        return changed;
      },
      { replace: true, state: keptBeside() },
    );
  };
  const [order, rule] = [valueOf(NAMES.order), valueOf(NAMES.rule)];
  const view: TableView = {
    typed: found || (kept[TYPED] ?? ''),
    order: ORDERS.includes(order) ? (order as Order) : 'chartNumber',
    rule: rule === 'planned' ? 'planned' : 'today',
  };
  useEffect(() => {
    kept = { ...kept, [TYPED]: view.typed, [NAMES.order]: view.order, [NAMES.rule]: view.rule };
  }, [view.typed, view.order, view.rule]);
  return {
    ...view,
    setTyped: (typed: string) => {
      kept = { ...kept, [TYPED]: typed };
      find(typed);
    },
    setOrder: (chosen: Order) => change(NAMES.order, chosen),
    setRule: (chosen: DateRule) => change(NAMES.rule, chosen),
  };
}
