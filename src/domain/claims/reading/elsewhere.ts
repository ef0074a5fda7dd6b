import type { CourseKind } from '../../course/record/kinds.js';
import type { Indication } from '../../course/record/indications.js';
import { PEOPLE } from './people.js';
import type { Quantity } from './quantity.js';
import type { Scopes } from './scopes.js';

/** Words that put a number outside of what publications measure: another scale, other people, another treatment. */
export interface Elsewhere {
  kind: 'scale' | 'group' | 'treatment' | 'statistic' | 'language';
  /** As the text has them. */
  words: string;
  /** The indication or the kind of course that the words name; a publication of just that one may speak of it. */
  cohort: Indication | CourseKind | null;
}

/** Such words, and where they are. */
export interface ElsewherePlace extends Elsewhere {
  start: number;
  end: number;
}

const words = (pattern: string) => new RegExp(`(?<!\\p{L})(?:${pattern})(?!\\p{L})`, 'gu');
const COURSES = '(?:patients|people|clients|courses?|series|infusions?|treatments?|phase)';
const COHORTS: readonly [Elsewhere['cohort'], string][] = [
  ['induction', `induction ${COURSES}`],
  ['maintenance', `maintenance ${COURSES}`],
  ['ptsd', 'ptsd|post-?traumatic stress(?: disorder)?|trauma'],
  ['ocd', 'ocd|obsessive[- ]compulsive(?: disorder)?'],
  ['bipolarDepression', 'bipolar(?: depression| disorder)?'],
  ['treatmentResistantDepression', 'trd|treatment[- ]resistant depression'],
  ['anxiety', 'anxiety(?: disorders?)?|gad|panic(?: disorder)?'],
  ['chronicPain', '(?:chronic )?pain|fibromyalgia|crps|migraines?'],
  ['substanceUse', 'addictions?|alcohol(?:ism)?|substance use(?: disorder)?|opioid\\p{L}*'],
  [
    null,
    'severe depression|postpartum depression|suicidal (?:thoughts|ideation)|insomnia|adhd|autism|eating disorders?',
  ],
];
const SCALES =
  'phq|gad|ham-?d|ham-?a|hdrs|hrsd|madrs|bdi|qids|pcl|y-?bocs|c-?ssrs|vas|wsas|promis|moca|' +
  '(?:anxiety|pain|ptsd|stress|sleep|quality[- ]of[- ]life|suicidality)(?: and \\p{L}+)? (?:scores?|levels?|ratings?|symptoms?|intensity|scales?)|' +
  'suicid\\p{L}*|sleep quality|quality of life|well-?being|functioning|productivity|(?:less|more|no longer) anxious|anxiousness|' +
  '(?:mean|average) (?:\\p{L}+ )?(?:bmi|weight|blood pressure|heart rate|pulse|income|rating|attendance)';
const GROUPS = `women|men|females?|males?|veterans?|adolescents?|teens?|teenagers?|children|seniors|the elderly|older adults|young adults|mothers|students|first responders|health ?care workers|(?:those|all|${PEOPLE}) (?:over|under|aged|older than|younger than)(?= ?\\d)|(?:second|third|other|new|sister|partner|another) (?:clinics?|locations?|offices?|sites?)|severely depressed|treatment-resistant|suicidal patients|(?:patients|people|those) (?:on|taking|off) \\p{L}+|(?:among|of|in|for) (?:the |our )?(?:drop-?outs|(?:those|patients|people|clients) who (?:left|quit|dropped out|stopped)(?: early)?)`;
const TREATMENTS =
  'esketamine|spravato|placebo|antidepressants?|ssris?|snris?|tms|ect|psilocybin|mdma|lithium|psychotherapy|talk therapy|cbt|(?:oral|sublingual|intranasal|intramuscular|im|subcutaneous) ketamine|lozenges?|troches?|at-home|nasal spray|other (?:clinics?|treatments?|drugs?|medications?|studies|therapies)|(?:national|u\\.?s\\.?|industry|published) averages?|meta-analys[ie]s|literature|' +
  '(?:(?:randomi[sz]ed|controlled|clinical|published|recent) (?:controlled )?|in an? (?:\\p{L}+ ){0,3})(?:trials?|stud(?:y|ies))|according to (?:the )?(?:fda|nih|experts|research|studies|literature|manufacturer)|(?:second|third|next|repeat(?:ed)?) (?:series|courses?|rounds?)|(?:studies|research|science) (?:shows?|suggests?|finds?|found|proves?|have|has)|nationwide|(?:new|special|improved) protocol|boosters?';
/** Words before people that make them no others. */
const KNOWN =
  'the|our|all|these|those|its|their|whose|which|what|his|her|an?|of|for|in|on|to|by|as|at|than|average|most|many|some|several|few|more|both|such|other|no|ketamine|depressed|adult|treated|enrolled|actual|real|individual|clinic|cudos|responding|successful|completing|induction|maintenance|infusion|six-infusion|or|and|score|scores|depression';
const STATISTICS = `(?:without|no|minimal|few|free of) (?:\\p{L}+ )?(?:side effects|adverse events|complications|medications?|hospital\\p{L}*)|medians?|typical(?:ly)?|(?:per|each|every|a single) (?:infusion|session|treatment|dose)|(?:best|worst|top) (?:${PEOPLE})|(?:every|each) (?:single )?(?:${PEOPLE})(?:'s)?|for (?:every|each) one|(?:every|each) (?:year|month|quarter)|first (?:\\p{L}+ )?(?:years?|months?)(?! of treatment)`;
/** `of insured patients`, `among our youngest completers`: fewer people than were counted, whatever the word means. */
const SOME_PEOPLE =
  `(?<=(?:of|among|amongst|in|for) (?:(?:the|our|all|these|those|its) )*)(?!(?:${KNOWN}|${PEOPLE})(?!\\p{L}))[\\p{L}-]+ (?:${PEOPLE})|` +
  `at (?:our|the) (?!(?:ketamine|infusion|outpatient|own) )\\p{L}+ (?:clinic|location|office|site)|(?:treated by |seen by )?dr(?=\\.? \\p{L})`;
/** Another treatment that is compared with, or that had failed, is not the one that is spoken of. */
const COMPARED =
  /(?:than|versus|vs\.?|compared (?:with|to)|unlike|instead of|as (?:with|on|for)|beyond|after|when|where|failed)(?: \p{L}+){0,4} $/u;
/** `in depression and anxiety` */
const WITH_DEPRESSION = /(?:depress\p{L}+|mood|symptoms?|scores?) and (?:\p{L}+ )?$/u;
const FAILED = /^ (?:had |have |has )?(?:failed|did not|didn't|do not|stopped)/u;

const PATTERNS: readonly (readonly [Elsewhere['kind'], Elsewhere['cohort'], RegExp])[] = [
  ['scale', null, words(SCALES)],
  ...COHORTS.map(([cohort, pattern]) => ['group', cohort, words(pattern)] as const),
  ['group', null, words(GROUPS)],
  ['group', null, words(SOME_PEOPLE)],
  ['treatment', null, words(TREATMENTS)],
  ['statistic', null, words(STATISTICS)],
];

/**
 * Which words of a text speak of another scale, of other people or of another treatment?
 *
 * Input: a plain text with its masks in place. Output: the words and where they are.
 *
 * Example: `83 % of patients with ptsd responded` has `ptsd`, a group.
 */
export function elsewhereIn(plain: string): ElsewherePlace[] {
  return PATTERNS.flatMap(([kind, cohort, pattern]) =>
    Array.from(plain.matchAll(pattern), ({ 0: said, index: start }) => {
      return { kind, cohort, words: said, start, end: start + said.length };
    }).filter(({ start, end }) => kind !== 'treatment' || isTheTreatment(plain, start, end)),
  );
}

/**
 * Does the text say this number of another scale, of other people or of another treatment than publications do?
 *
 * Input: a text with its scopes, numbers and cue words, and one of the numbers. Output: the words that say so; null
 * where none do. Words count that are in the same part of the sentence, or before it in the sentence, with no
 * other number between.
 *
 * Example: of 83 in `83 % of patients with PTSD responded` it is `ptsd`, of 68 in `GAD-7 fell by 68 %` it is `gad`.
 */
export function elsewhereOf(
  text: {
    plain: string;
    scopes: Scopes;
    quantities: readonly Quantity[];
    elsewhere: ReadonlyMap<number, readonly ElsewherePlace[]>;
  },
  quantity: Quantity,
): Elsewhere | null {
  const { sentence } = text.scopes;
  const [from, to] = partAround(text.plain, quantity);
  const at = text.quantities.findIndex(({ start }) => start === quantity.start);
  const ofPeople = ({ end }: Quantity) => !OF_INFUSIONS.test(text.plain.slice(end, end + 20));
  const lastEnd = text.quantities.slice(Math.max(0, at - NEAR), at).findLast(ofPeople)?.end ?? 0;
  const nextStart = text.quantities.slice(at + 1, at + 1 + NEAR).find(ofPeople)?.start ?? Infinity;
  const place = text.elsewhere.get(sentence[quantity.start] ?? 0)?.find(({ start, end }) => {
    // The words of `every patient` that are the quantity itself say nothing else of it.
    if (start < quantity.end && end > quantity.start) return false;
    if (end <= quantity.start) return end > lastEnd;
    if (start >= nextStart) return false;
    return (start >= from && end <= to) || WITH_DEPRESSION.test(text.plain.slice(quantity.end, start));
  });
  if (place === undefined) return null;
  const { kind, words: said, cohort } = place;
  return { kind, words: said, cohort };
}

function isTheTreatment(plain: string, start: number, end: number): boolean {
  return !COMPARED.test(plain.slice(Math.max(0, start - 40), start)) && !FAILED.test(plain.slice(end, end + 20));
}

/** How many numbers on either side are looked at. */
const NEAR = 3;
/** `six infusions` is no number that others are said of. */
const OF_INFUSIONS = /^[ -](?:ketamine )?(?:infusions?|treatments?|sessions?)/u;

/** Longer than the parts that people write. */
const PART = 300;

/** The part of the sentence around a number, between commas, colons and `and`. */
function partAround(plain: string, { start, end }: Quantity): [number, number] {
  const breaks = /[,;:.!?](?= |$)| (?:and|but|while|whereas|compared|versus|than) /gu;
  const first = Math.max(0, start - PART);
  let [from, to] = [first, Math.min(plain.length, end + PART)];
  for (const { index, 0: text } of plain.slice(first, to).matchAll(breaks)) {
    const place = first + index;
    if (place + text.length <= start) from = place + text.length;
    else if (place >= end) {
      to = place;
      break;
    }
  }
  return [from, to];
}
