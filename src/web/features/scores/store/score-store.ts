import type { Schemas } from '../../../api/client';
import { entryOf, isSameEntry, TAKEN_BACK, type Assessment, type Course, type Entry } from '../../../entries/entry';
import type { Outbox } from '../../../entries/outbox/outbox';
import { addressOfSlotKey, type SlotAddress } from '../../../entries/outbox/slot-address';
import type { ScoreWrite } from '../../../entries/outbox/typed-score';
import type { SavedEntry } from '../../../entries/put-entry';
import { cellAt, slotOf, type Cell, type CellAddress, type Row } from './cells';
import { CourseCache } from './course-cache';
import { isAllSaved, summaryOf, type SaveSummary } from './save-summary';
import type { CourseDay } from './rows';
import { ThrottledListeners } from './throttled-listeners';
import { savedWords } from './words';

const UNDONE = 'Typing error, undone at once';

type Notice = Schemas['SafetyNoticeResponse'];

/** What one write replaced. */
interface Undoable {
  address: CellAddress;
  before: Entry | null;
}

/**
 * What the table shows and what is written into it, for `useSyncExternalStore`. It outlives the page: a write goes on
 * when the person opens another one.
 */
export class ScoreStore {
  private readonly listeners = new ThrottledListeners();
  private readonly summaryListeners = new Set<() => void>();
  private readonly cache = new CourseCache(() => this.outbox.all());
  private readonly pinned = new Set<string>();
  private readonly undoables: Undoable[] = [];
  private openNotices: readonly Notice[] = [];
  private announced = '';
  private publishedNote: string | null = null;
  private loaded = false;
  private typing = false;
  private wasSaved = true;
  /** Null after a change, until it is asked for. */
  private summed: SaveSummary | null = null;

  constructor(
    private readonly outbox: Outbox,
    private readonly onSaved: (saved: SavedEntry, course: Course) => void,
  ) {
    outbox.listen({
      onRecorded: (at, recorded) => {
        const address = cellAt(at);
        if (address) this.cache.setRecorded(address, recorded);
        this.changed();
      },
      onSaved: (at, recorded, answer) => this.takeSaved(at, recorded, answer),
      onNotSaved: (at, message) => {
        const address = cellAt(at);
        if (address) this.announce(`Not saved: ${this.cache.nameOf(address)}. ${message}`);
      },
      onChange: ({ courseId }) => {
        this.cache.pendingChanged(courseId);
        this.changed();
      },
    });
  }

  subscribe = (listener: () => void): (() => void) => this.listeners.add(listener);
  /** At once: while something waits, nobody may read that all is saved. */
  subscribeToSummary = (listener: () => void): (() => void) => {
    const unsubscribe = this.listeners.add(listener);
    this.summaryListeners.add(listener);
    return () => {
      unsubscribe();
      this.summaryListeners.delete(listener);
    };
  };

  ids = (): readonly string[] => this.cache.ids();
  row = (courseId: string): Row | undefined => this.cache.row(courseId);
  summary = (): SaveSummary => (this.summed ??= summaryOf(this.outbox.all(), this.ids(), this.typing));
  /** Is it known what is saved, and what was kept from before? */
  isLoaded = (): boolean => this.loaded;
  /** What was said last to people who do not see the screen. */
  announcement = (): string => this.announced;
  /** That what was written last is counted in something public, which stays as it was. */
  published = (): string | null => this.publishedNote;
  /** Safety notices that what was written here has opened. */
  notices = (): readonly Notice[] => this.openNotices;

  cell({ courseId, infusion }: CellAddress): Cell | undefined {
    return this.row(courseId)?.cells[infusion - 1];
  }

  /** Keeps a course in the table that somebody asked for, also where it has ended. */
  pin(courseId: string): void {
    this.pinned.add(courseId);
  }

  /** Courses that stay in the table, though they may have ended: asked for, written to, or with something not saved. */
  pinnedIds(): string[] {
    return [
      ...this.pinned,
      ...this.cache.savedHere(),
      ...[...this.outbox.all().keys()].map((key) => addressOfSlotKey(key).courseId),
    ];
  }

  /** Takes what the service answered. */
  load(courses: readonly Course[], day: CourseDay): void {
    this.cache.load(courses, day);
    this.loaded = true;
    this.changed();
  }

  /** Writes into a cell: at once, or after what is being sent there. */
  write(address: CellAddress, write: ScoreWrite): void {
    this.undoables.push({ address, before: entryOf(this.cache.recorded(address)) });
    this.send(address, write);
  }

  /** Gives up what was typed and is not saved. */
  discard(address: CellAddress): void {
    this.outbox.discard(slotOf(address));
  }

  /** Sends again what is typed in the cell, perhaps with a reason why it is right. */
  resend(address: CellAddress, overrideReason: string | null): void {
    this.outbox.resend(slotOf(address), overrideReason);
  }

  /** Undoes the last write on this page that is not undone yet; null where there is none. */
  undo(): CellAddress | null {
    for (let last = this.undoables.pop(); last; last = this.undoables.pop()) {
      const { address, before } = last;
      const pending = this.outbox.at(slotOf(address));
      if (pending && pending.phase.kind !== 'saving') this.discard(address);
      else if (!pending && isSameEntry(before, entryOf(this.cache.recorded(address)))) continue;
      else {
        const reasons = { amendmentReason: UNDONE, overrideReason: UNDONE };
        this.send(address, { entry: before ?? TAKEN_BACK, typed: null, ...reasons });
      }
      return address;
    }
    return null;
  }

  /** Does something wait in the active cell that the person has neither saved nor given up? */
  setTyping(typing: boolean): void {
    if (typing === this.typing) return;
    this.typing = typing;
    this.changed();
  }

  /** Takes a safety notice off this page; not acknowledged, it stays on Today. */
  dismissNotice(noticeId: string): void {
    this.openNotices = this.openNotices.filter(({ id }) => id !== noticeId);
    this.changed();
  }

  /** Takes the note of what is public off the page, or puts one on it. */
  notePublished(note: string | null): void {
    this.publishedNote = note;
    this.changed();
    if (note !== null) this.announce(note);
  }

  /** Says something to people who do not see the screen. */
  announce(words: string): void {
    this.announced = words;
    this.listeners.notify();
  }

  private send(address: CellAddress, write: ScoreWrite): void {
    this.outbox.write(slotOf(address), write, this.cache.recorded(address)?.version ?? null);
  }

  private takeSaved(at: SlotAddress, recorded: Assessment, answer: SavedEntry | null): void {
    const address = cellAt(at);
    if (address) {
      this.cache.markSaved(address);
      this.announce(savedWords(recorded, this.cache.nameOf(address)));
    }
    if (answer) this.takeAnswer(at, answer);
  }

  private takeAnswer({ courseId }: SlotAddress, answer: SavedEntry): void {
    if (answer.published !== this.publishedNote) this.notePublished(answer.published);
    if (answer.safetyNotice) this.showNotice(answer.safetyNotice);
    const course = this.cache.course(courseId);
    if (course) this.onSaved(answer, course);
  }

  private showNotice(notice: Notice): void {
    if (notice.acknowledgedAt !== null) return;
    this.openNotices = [...this.openNotices.filter(({ id }) => id !== notice.id), notice];
    this.changed();
    this.announce(`Safety notice of ${notice.chartNumber}: ${notice.words}`);
  }

  private changed(): void {
    this.summed = null;
    const saved = isAllSaved(this.summary());
    if (saved !== this.wasSaved) for (const listener of this.summaryListeners) listener();
    this.wasSaved = saved;
    this.listeners.notify();
  }
}
