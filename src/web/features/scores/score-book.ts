import type { Schemas } from '../../api/client';
import { infusionSlot } from '../../../domain/course/record/slots.js';
import type { Drafts } from '../../components/drafts';
import { keyOf, nameOf, placeOf, type Cell, type Course, type Place, type Recorded, type Row } from './cells';
import { sameEntry, standing, TAKEN_BACK, type Entry, type Write } from './entry';
import { Outbox } from './outbox';
import { summaryOf, type Summary } from './summary';
import { newest, recordedAt, rowOf, withRecorded } from './rows';
import { needsReason, type PastedCell } from './paste-plan';
import { Watchers } from './watchers';
import { savedWords } from './words';

const UNDONE = 'Typing error, undone at once';

type Notice = Schemas['SafetyNoticeResponse'];

/** What one write of this visit replaced. */
interface Done {
  place: Place;
  before: Entry | null;
}

/** The scores on the screen and the writes over them. It lives outside of what draws it: a write goes on when its page is left. */
export class ScoreBook {
  private readonly courses = new Map<string, Course>();
  private readonly rows = new Map<string, Row>();
  private readonly saved = new Set<string>();
  private readonly asked = new Set<string>();
  private answered: readonly Notice[] = [];
  private readonly done: Done[] = [];
  private readonly watchers = new Watchers();
  private readonly outbox: Outbox;
  private today = '';
  private order: readonly string[] = [];
  /** Null where it is to be summed anew. */
  private summed: Summary | null = null;
  private news = '';
  private read = false;

  constructor(
    drafts: Drafts,
    private readonly onSaved: (recorded: Schemas['RecordedResponse'], course: Course) => void,
  ) {
    this.outbox = new Outbox(drafts, {
      recorded: (place, recorded) => this.note(place, recorded),
      saved: (place, recorded) => {
        this.saved.add(keyOf(place));
        this.tell(savedWords(recorded, this.named(place)));
      },
      answered: (place, answer) => this.take(place, answer),
      notSaved: (place, message) => this.tell(`Not saved: ${this.named(place)}. ${message}`),
      changed: (courseId) => this.refresh(courseId),
    });
  }

  subscribe = (listener: () => void): (() => void) => this.watchers.add(listener);

  ids = (): readonly string[] => this.order;
  summary = (): Summary => (this.summed ??= this.sum());
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
    const keys = [...this.saved, ...this.outbox.drafted()];
    return [...this.asked, ...keys.map((key) => placeOf(key).courseId)];
  }

  /** Takes what the service answered. */
  load(courses: readonly Course[], today: string): void {
    this.today = today;
    const before = new Map(this.courses);
    this.courses.clear();
    for (const course of courses) this.courses.set(course.id, newest(course, before.get(course.id)));
    this.outbox.restore((id) => this.courses.has(id));
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
    this.outbox.drop(place);
  }

  /** Sends again what is kept. */
  sendKept(): void {
    this.outbox.sendKept();
  }

  /** Sends what stands in the cell once more, perhaps with a reason why it is right. */
  again(place: Place, overrideReason: string | null): void {
    this.outbox.again(place, overrideReason);
  }

  /** Takes back the last write of this visit that is not undone yet. Null where there is none. */
  undo(): Place | null {
    for (let last = this.done.pop(); last; last = this.done.pop()) {
      const { place, before } = last;
      const pending = this.outbox.at(place);
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
    this.watchers.tell();
  }

  private begin(place: Place, write: Write): void {
    this.outbox.write(place, write, this.recorded(place)?.version ?? null);
  }

  private take(place: Place, answer: Schemas['RecordedResponse']): void {
    if (answer.safetyNotice) this.show(answer.safetyNotice);
    const course = this.courses.get(place.courseId);
    if (course) this.onSaved(answer, course);
  }

  private show(notice: Notice): void {
    if (notice.acknowledgedAt !== null) return;
    this.answered = [...this.answered.filter(({ id }) => id !== notice.id), notice];
    this.changed();
    this.tell(`Safety notice of ${notice.chartNumber}: ${notice.words}`);
  }

  /** What the service has in the cell. */
  private note(place: Place, recorded: Recorded | null): void {
    const course = this.courses.get(place.courseId);
    if (!course) return;
    this.courses.set(course.id, withRecorded(course, infusionSlot(place.infusion), recorded));
    this.refresh(course.id);
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
    if (course) this.rows.set(courseId, rowOf(course, this.outbox.all(), this.saved, this.today));
  }

  private changed(): void {
    this.summed = null;
    this.watchers.tell();
  }

  private sum(): Summary {
    const pendings = [...this.outbox.all()].map(([key, pending]) => ({
      place: placeOf(key),
      pending,
    }));
    return summaryOf(pendings, this.order);
  }
}
