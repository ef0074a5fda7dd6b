import type { Schemas } from '../api/client';
import { infusionSlot } from '../../domain/course/slots.js';
import type { Drafts } from '../parts/drafts';
import {
  keyOf,
  nameOf,
  type Cell,
  type Course,
  type Place,
  type Recorded,
  type Row,
} from './cells';
import { sameEntry, standing, TAKEN_BACK, typedFault, type Entry, type Write } from './entry';
import { summaryOf, type Summary } from './summary';
import { afterFailure, afterSaved, currentOf, isThere, SAVING, withWrite } from './pending';
import type { Pending, Phase } from './pending';
import { RetryTimer } from './retry-timer';
import { newest, recordedAt, rowOf, withRecorded } from './rows';
import { needsReason, type PastedCell } from './paste-plan';
import { putScore } from './score-writing';
import { savedWords } from './words';

const DRAFT = 'scores ';
const UNDONE = 'Typing error, undone at once';

type Notice = Schemas['SafetyNoticeResponse'];

/** What one write of this visit replaced. */
interface Done {
  place: Place;
  before: Entry | null;
}

/**
 * The scores on the screen and the writes under way. It lives outside of what draws it: a write goes on when its page is
 * left. What is not saved is kept as a draft until the service has answered or the person gives it up.
 */
export class ScoreBook {
  private readonly courses = new Map<string, Course>();
  private readonly pendings = new Map<string, Pending>();
  private readonly rows = new Map<string, Row>();
  private readonly saved = new Set<string>();
  private readonly asked = new Set<string>();
  private answered: readonly Notice[] = [];
  private readonly done: Done[] = [];
  /** One request a course at a time, in the order they were typed. */
  private readonly lines = new Map<string, Promise<void>>();
  private readonly listeners = new Set<() => void>();
  private readonly retry = new RetryTimer(() => this.sendKept());
  private today = '';
  private order: readonly string[] = [];
  private summed: Summary = summaryOf([], []);
  private news = '';
  private read = false;

  constructor(
    private readonly drafts: Drafts,
    private readonly onSaved: (recorded: Schemas['RecordedResponse'], course: Course) => void,
  ) {}

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  ids = (): readonly string[] => this.order;
  summary = (): Summary => this.summed;
  /** Is it known what is saved, and what was kept from before? */
  isRead = (): boolean => this.read;
  /** What was said last, for who does not see the screen. */
  lastNews = (): string => this.news;
  /** Safety notices that were answered to what was written here. */
  noticesHere = (): readonly Notice[] => this.answered;
  row = (courseId: string): Row | undefined => this.rows.get(courseId);

  cell(place: Place): Cell | undefined {
    return this.row(place.courseId)?.cells[place.infusion - 1];
  }

  /** Keeps a course in sight that somebody asked for, also where it has ended. */
  ask(courseId: string): void {
    this.asked.add(courseId);
  }

  /** Courses that stay in sight, though they may have ended: asked for, written to, or with something not saved. */
  inSight(): string[] {
    const drafts = this.drafts.all(DRAFT).map(([name]) => name.slice(DRAFT.length));
    return [...this.asked, ...[...this.saved, ...drafts].map((key) => placeOf(key).courseId)];
  }

  /** Takes what the service answered. */
  load(courses: readonly Course[], today: string): void {
    this.today = today;
    const before = new Map(this.courses);
    this.courses.clear();
    for (const course of courses)
      this.courses.set(course.id, newest(course, before.get(course.id)));
    this.restore();
    this.order = [...this.courses.keys()];
    this.rows.clear();
    for (const id of this.order) this.draw(id);
    this.read = true;
    this.changed();
  }

  /** Writes into a cell: at once, or after what is under way there. */
  write(place: Place, write: Write): void {
    this.done.push({ place, before: standing(this.recorded(place)) });
    this.begin(place, write);
  }

  /** Writes what was pasted, all that replaces something with one reason. */
  writeAll(pasted: readonly PastedCell[], amendmentReason: string): void {
    for (const one of pasted) {
      if (one.cell === null || one.write === null) continue;
      const reason = needsReason(one) ? { amendmentReason } : {};
      this.write(one.cell.place, { ...one.write, ...reason });
    }
  }

  /** Gives up what was typed and is not saved. */
  drop(place: Place): void {
    this.pendings.delete(keyOf(place));
    this.drafts.drop(DRAFT + keyOf(place));
    this.refresh(place.courseId);
  }

  /** Sends again what is kept. */
  sendKept(): void {
    for (const [key, pending] of this.pendings) {
      if (pending.phase.is === 'kept') this.resend(placeOf(key), pending);
    }
  }

  /** Sends what stands in the cell once more, perhaps with a reason why it is right. */
  again(place: Place, overrideReason: string | null): void {
    const pending = this.pendings.get(keyOf(place));
    if (!pending || pending.phase.is === 'saving') return;
    this.resend(place, { ...pending, write: { ...pending.write, overrideReason } });
  }

  /** Takes back the last write of this visit that is not undone yet. Null where there is none. */
  undo(): Place | null {
    for (let last = this.done.pop(); last; last = this.done.pop()) {
      const { place, before } = last;
      const pending = this.pendings.get(keyOf(place));
      if (pending && pending.phase.is !== 'saving') this.drop(place);
      else if (!pending && sameEntry(before, standing(this.recorded(place)))) continue;
      else {
        const reasons = { amendmentReason: UNDONE, overrideReason: UNDONE };
        this.begin(place, { entry: before ?? TAKEN_BACK, typed: null, ...reasons });
      }
      return place;
    }
    return null;
  }

  /** Takes a safety notice out of sight here; not acknowledged, it stays on Today. */
  putAside(noticeId: string): void {
    this.answered = this.answered.filter(({ id }) => id !== noticeId);
    this.changed();
  }

  tell(news: string): void {
    this.news = news;
    for (const listener of this.listeners) listener();
  }

  private begin(place: Place, write: Write): void {
    const key = keyOf(place);
    const base = this.recorded(place)?.version ?? null;
    const pending = withWrite(this.pendings.get(key) ?? null, write, base);
    const fault = typedFault(write);
    this.keep(place, fault ? { ...pending, phase: { is: 'refused', message: fault } } : pending);
    if (fault) this.tell(`Not saved: ${this.named(place)}. ${fault}`);
    else if (pending.next === null) this.send(place);
  }

  private resend(place: Place, pending: Pending): void {
    this.keep(place, { ...pending, phase: SAVING });
    this.send(place);
  }

  private send(place: Place): void {
    const before = this.lines.get(place.courseId) ?? Promise.resolve();
    this.lines.set(
      place.courseId,
      before.then(() => this.put(place)),
    );
  }

  private async put(place: Place): Promise<void> {
    const sent = this.pendings.get(keyOf(place));
    if (sent?.phase.is !== 'saving') return;
    try {
      const recorded = await putScore(place, sent.write, sent.base);
      this.retry.reset();
      this.settle(place, recorded);
      if (recorded.safetyNotice) this.show(recorded.safetyNotice);
      const course = this.courses.get(place.courseId);
      if (course) this.onSaved(recorded, course);
    } catch (error) {
      this.fail(place, error);
    }
  }

  private settle(place: Place, recorded: Recorded): void {
    const key = keyOf(place);
    const pending = this.pendings.get(key);
    const next = pending ? afterSaved(pending, recorded) : null;
    this.note(place, recorded);
    this.saved.add(key);
    if (next) this.resend(place, next);
    else this.drop(place);
    this.tell(savedWords(recorded, this.named(place)));
  }

  private show(notice: Notice): void {
    if (notice.acknowledgedAt !== null) return;
    this.answered = [...this.answered.filter(({ id }) => id !== notice.id), notice];
    this.changed();
    this.tell(`Safety notice of ${notice.chartNumber}: ${notice.words}`);
  }

  private fail(place: Place, error: unknown): void {
    const pending = this.pendings.get(keyOf(place));
    if (!pending) return;
    const current = currentOf(error);
    if (current !== undefined) this.note(place, current);
    if (current && isThere(pending, current)) return this.settle(place, current);
    const failed = afterFailure(pending, error);
    this.keep(place, failed);
    this.tell(`Not saved: ${this.named(place)}. ${messageOf(failed.phase)}`);
    if (failed.phase.is === 'kept' && failed.phase.again) this.retry.start();
  }

  /** What the service has in the cell. */
  private note(place: Place, recorded: Recorded | null): void {
    const course = this.courses.get(place.courseId);
    if (!course) return;
    this.courses.set(course.id, withRecorded(course, infusionSlot(place.infusion), recorded));
    this.refresh(course.id);
  }

  private keep(place: Place, pending: Pending): void {
    const { write, base, next } = pending;
    this.pendings.set(keyOf(place), pending);
    this.drafts.keep(DRAFT + keyOf(place), { write, base, next });
    this.refresh(place.courseId);
  }

  /** Drafts of before: sent again, as the service takes each only where nobody wrote meanwhile. */
  private restore(): void {
    for (const [name, draft] of this.drafts.all<Omit<Pending, 'phase'>>(DRAFT)) {
      const key = name.slice(DRAFT.length);
      const place = placeOf(key);
      if (this.pendings.has(key) || !this.courses.has(place.courseId)) continue;
      const fault = typedFault(draft.write);
      const phase: Phase = fault ? { is: 'refused', message: fault } : SAVING;
      this.pendings.set(key, { ...draft, phase });
      if (!fault) this.send(place);
    }
  }

  private recorded({ courseId, infusion }: Place): Recorded | null {
    const course = this.courses.get(courseId);
    return course ? recordedAt(course, infusion) : null;
  }

  private named(place: Place): string {
    const course = this.courses.get(place.courseId);
    return course ? nameOf(course, place) : `infusion ${place.infusion}`;
  }

  private refresh(courseId: string): void {
    this.draw(courseId);
    this.changed();
  }

  private draw(courseId: string): void {
    const course = this.courses.get(courseId);
    if (course) this.rows.set(courseId, rowOf(course, this.pendings, this.saved, this.today));
  }

  private changed(): void {
    const pendings = [...this.pendings].map(([key, pending]) => ({ place: placeOf(key), pending }));
    this.summed = summaryOf(pendings, this.order);
    for (const listener of this.listeners) listener();
  }
}

function placeOf(key: string): Place {
  const [courseId = '', slot = ''] = key.split('/');
  return { courseId, infusion: Number(slot.slice(-1)) as Place['infusion'] };
}

function messageOf(phase: Phase): string {
  return phase.is === 'saving' ? '' : phase.message;
}
