/** A series has at most six infusions; a score is taken at each visit before the drug is given. */
export const INFUSION_NUMBERS = [1, 2, 3, 4, 5, 6] as const;
export type InfusionNumber = (typeof INFUSION_NUMBERS)[number];
export const LAST_INFUSION: InfusionNumber = 6;

/** Totals (0-64) at infusions 1-6, in order; null where there is no total. */
export type SixScores = readonly (number | null)[];

/** Follow-ups are named by whole weeks after the series, up to two years. */
export const MAX_FOLLOW_UP_WEEKS = 104;

export type InfusionSlot = `infusion-${InfusionNumber}`;

/**
 * The place in a course that a score belongs to; it never changes when a score comes late.
 * @pattern ^(infusion-[1-6]|post-series|follow-up-[1-9]\d*)$
 * @example "infusion-1"
 */
export type SlotName = InfusionSlot | 'post-series' | `follow-up-${number}`;

/**
 * Which slot holds the score taken before this infusion?
 *
 * Input: the infusion, 1-6. Output: its slot. Other numbers do not type-check.
 *
 * @example infusionSlot(3) // 'infusion-3'
 */
export function infusionSlot(infusion: InfusionNumber): InfusionSlot {
  return `infusion-${infusion}`;
}

const INFUSIONS_BY_SLOT: ReadonlyMap<string, InfusionNumber> = new Map(
  INFUSION_NUMBERS.map((infusion) => [infusionSlot(infusion), infusion]),
);

/**
 * Which slot holds the score so many weeks after the series?
 *
 * Input: whole weeks, 1-104. Output: the follow-up's slot; null for any other number.
 *
 * @example followUpSlot(4) // 'follow-up-4'
 * @example followUpSlot(0) // null
 */
export function followUpSlot(weeks: number): SlotName | null {
  return parseSlot(`follow-up-${weeks}`);
}

/**
 * Which slot does this text name?
 *
 * Input: any text. Output: the slot, or null when the text is not exactly one of `infusion-1` …
 * `infusion-6`, `post-series`, `follow-up-1` … `follow-up-104` (so not `infusion-7`, and not
 * `follow-up-04`, which would be a second name for one slot).
 *
 * Source: six infusions as in Murrough et al. 2013, doi:10.1016/j.biopsych.2012.06.022.
 *
 * @example parseSlot('follow-up-4') // 'follow-up-4'
 * @example parseSlot('infusion-7') // null
 */
export function parseSlot(text: string): SlotName | null {
  if (/^(infusion-[1-6]|post-series)$/.test(text)) return text as SlotName;
  const weeks = /^follow-up-([1-9]\d{0,2})$/.exec(text)?.[1];
  if (weeks === undefined || Number(weeks) > MAX_FOLLOW_UP_WEEKS) return null;
  return text as SlotName;
}

/**
 * Which infusion does this slot belong to?
 *
 * Input: a slot. Output: 1-6; null for the post-series score and follow-ups, which never replace
 * an infusion's score.
 *
 * @example infusionNumber('infusion-6') // 6
 * @example infusionNumber('post-series') // null
 */
export function infusionNumber(slot: SlotName): InfusionNumber | null {
  return INFUSIONS_BY_SLOT.get(slot) ?? null;
}

/**
 * How many weeks after the series is this follow-up?
 *
 * Input: a slot. Output: whole weeks, 1-104; null for every slot that is not a follow-up.
 *
 * @example followUpWeeks('follow-up-12') // 12
 */
export function followUpWeeks(slot: SlotName): number | null {
  return slot.startsWith('follow-up-') ? Number(slot.slice('follow-up-'.length)) : null;
}

/**
 * Which of two slots comes first in time?
 *
 * Input: two slots. Output: negative when `a` comes before `b`, positive when after, 0 when they are
 * the same: infusions 1-6, then post-series, then follow-ups by weeks. For `Array.sort`.
 *
 * @example ['follow-up-12', 'post-series', 'follow-up-2', 'infusion-6'].sort(compareSlots)
 * // ['infusion-6', 'post-series', 'follow-up-2', 'follow-up-12']
 */
export function compareSlots(a: SlotName, b: SlotName): number {
  return placeInTime(a) - placeInTime(b);
}

function placeInTime(slot: SlotName): number {
  return infusionNumber(slot) ?? LAST_INFUSION + 1 + (followUpWeeks(slot) ?? 0);
}

/**
 * What do people call this slot?
 *
 * Input: a slot. Output: words for messages and charts, in lower case.
 *
 * @example slotLabel('infusion-3') // 'infusion 3'
 * @example slotLabel('follow-up-4') // 'follow-up week 4'
 */
export function slotLabel(slot: SlotName): string {
  const infusion = infusionNumber(slot);
  if (infusion !== null) return `infusion ${infusion}`;
  const weeks = followUpWeeks(slot);
  return weeks === null ? 'post-series' : `follow-up week ${weeks}`;
}
