import {
  followUpSlot,
  infusionNumber,
  MAX_FOLLOW_UP_WEEKS,
  type SlotName,
} from '../../../../domain/course/record/slots';
import type { MissedReason } from '../../../../domain/course/record/stop-reasons';
import { fieldOf, numberOrNull, textOrNull } from '../../../components/form';
import { missedEntry, TAKEN_BACK, totalEntry, type Assessment, type Entry } from '../../../entries/entry';
import type { EntryWrite } from '../../../entries/put-entry';
import type { Visit } from '../../../entries/visits';

const LATER = 'later';

/** What a person does at a visit in the dialog: types a score, marks it as missed, or takes an entry back. */
export interface VisitAction {
  kind: 'score' | 'missed' | 'take-back';
  /** Null for a score after the series: the person chooses which. */
  slot: SlotName | null;
  /** What is recorded there; null where nothing ever was. */
  recorded: Assessment | null;
  /** Its planned day, where it has one. */
  dueOn: string | null;
  /** The day of the next visit that has one. */
  nextOn: string | null;
  /** Of a score after the series: what is known of it. */
  series?: Series;
}

/** What decides which score after the series is typed. */
interface Series {
  /** The day of the last infusion; null where none has one. */
  endedOn: string | null;
  postSeries: Assessment | null;
}

/** The name of an action on the page of its course, also of the draft of what is typed for it. */
export function actionName({ kind, slot }: Pick<VisitAction, 'kind' | 'slot'>): string {
  return `${kind} ${slot ?? LATER}`;
}

/** Where drafts of the visits of a course are kept; an action's name follows. */
export function visitsDraft(courseId: string): string {
  return `visit ${courseId}`;
}

/** The action of this name, with what is recorded now; null for none. */
export function actionNamed(name: string | null, visits: readonly Visit[]): VisitAction | null {
  const [kind, slot] = (name ?? '').split(' ');
  if (!isKind(kind)) return null;
  if (slot === LATER) {
    return { kind, slot: null, recorded: null, dueOn: null, nextOn: null, series: seriesOf(visits) };
  }
  const visit = visits.find((one) => one.slot === slot);
  return visit ? actionAt(visit, kind) : null;
}

function seriesOf(visits: readonly Visit[]): Series {
  const days = visits
    .filter(({ slot, state }) => infusionNumber(slot) !== null && (state === 'scored' || state === 'missed'))
    .flatMap(({ recorded }) => recorded?.assessedOn ?? []);
  const known = visits.find(({ slot, state }) => slot === 'post-series' && state !== 'taken-back');
  return { endedOn: days.at(-1) ?? null, postSeries: known?.recorded ?? null };
}

export function actionAt({ slot, recorded, dueOn, nextOn }: Visit, kind: VisitAction['kind']): VisitAction {
  return { kind, slot, recorded, dueOn, nextOn };
}

function isKind(text: string | undefined): text is VisitAction['kind'] {
  return text === 'score' || text === 'missed' || text === 'take-back';
}

/** The entry that the fields of the dialog make. */
export function actionWrite(kind: VisitAction['kind'], form: FormData): EntryWrite {
  return {
    entry: entryIn(kind, form),
    amendmentReason: textOrNull(form, 'amendmentReason'),
    overrideReason: textOrNull(form, 'overrideReason'),
  };
}

function entryIn(kind: VisitAction['kind'], form: FormData): Entry {
  const day = { assessedOn: textOrNull(form, 'assessedOn'), note: textOrNull(form, 'note') };
  switch (kind) {
    case 'score':
      return totalEntry(numberOrNull(form, 'total'), day);
    case 'missed':
      return missedEntry(textOrNull(form, 'missedReason') as MissedReason | null, day);
    case 'take-back':
      return TAKEN_BACK;
  }
}

/**
 * The slot after the series that was chosen.
 * @throws Error that says what the weeks must be.
 */
export function laterSlotOf(form: FormData): SlotName {
  if (fieldOf(form, 'later') === 'post-series') return 'post-series';
  const slot = followUpSlot(Number(fieldOf(form, 'weeks')));
  if (slot !== null) return slot;
  throw new Error(`Weeks after the series must be a whole number from 1 to ${MAX_FOLLOW_UP_WEEKS}.`);
}
