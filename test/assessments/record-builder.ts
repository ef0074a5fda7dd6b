import { testCourse, type SignedIn } from '../support/clinic.js';

export interface Fault {
  pointer: string;
  rule: string;
  message: string;
}

export interface Notice {
  id: string;
  kind: string;
  items: { number: number; answer: number | null }[];
}

/** What these tests read of the answers to a score. */
export interface Recorded {
  total: number | null;
  band: string | null;
  state: string;
  version: number;
  errors: Fault[];
  warnings: Fault[];
  current: Recorded | null;
  safetyNotice: Notice | null;
}

export const bodyOf = (answer: { body: unknown }) => answer.body as Recorded;

export const rulesOf = (answer: { body: unknown }) =>
  bodyOf(answer).errors.map(({ pointer, rule }) => `${pointer} ${rule}`);

/** A course begun on 2026-03-02, and what is sent to its slots. */
export class CourseUnderTest {
  private constructor(
    readonly person: SignedIn,
    readonly id: string,
  ) {}

  static async begun(person: SignedIn, plan: Record<string, unknown> = {}) {
    return new CourseUnderTest(person, (await testCourse(person, plan)).courseId);
  }

  path(slot: string): string {
    return `/v1/courses/${this.id}/assessments/${slot}`;
  }

  create(slot: string, body: object, person = this.person) {
    return person.put(this.path(slot), body).set('If-None-Match', '*');
  }

  amend(slot: string, seen: number, body: object, person = this.person) {
    return person.put(this.path(slot), { amendmentReason: 'typing error', ...body }).set('If-Match', `"${seen}"`);
  }

  /** Scores infusions 1, 2, ... of the plan; null leaves one out. */
  async scores(...totals: (number | null)[]): Promise<void> {
    for (const [at, total] of totals.entries()) {
      const on = PLANNED[at] ?? '';
      if (total !== null) {
        await this.person.score(this.id, `infusion-${at + 1}`, total, on).expect(201);
      }
    }
  }

  async versions(slot: string): Promise<(Recorded & Record<string, unknown>)[]> {
    const answer = await this.person.get(`${this.path(slot)}/versions`).expect(200);
    return (answer.body as { items: (Recorded & Record<string, unknown>)[] }).items;
  }

  async nothingRecorded(slot: string): Promise<void> {
    await this.person.get(this.path(slot)).expect(404);
  }
}

/** Days 0, 3, 7, 10, 14 and 17 after 2026-03-02. */
export const PLANNED = ['2026-03-02', '2026-03-05', '2026-03-09', '2026-03-12', '2026-03-16', '2026-03-19'];

/** 18 answers of 2, but those given by their item numbers. */
export function answers(given: Record<number, number | null> = {}): (number | null)[] {
  return Array.from({ length: 18 }, (_, at) => (at + 1 in given ? (given[at + 1] ?? null) : 2));
}

/** 18 answers of 2 whose items about death and suicide are 0: the total is 14 x 2 = 28. */
export const quiet = (given: Record<number, number | null> = {}) => answers({ 14: 0, 15: 0, ...given });
