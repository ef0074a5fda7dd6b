import { OTHER_TIME, TREATMENTS } from './other-time.js';
import { PEOPLE, SCORED_AT_BOTH } from './people.js';

/** Words that say what a number measures. */
export type MeasureCue = (typeof MEASURES)[number][0];
/** Words that say whom a number counts. */
export type WhoCue = 'starters' | 'completers' | 'responders';
/** Words that say of a score when it was taken, that it is one, and that it is at another time than infusion 6. */
export type TimeCue = 'before' | 'after' | 'otherTime';
export type CueKind = MeasureCue | WhoCue | TimeCue | 'score' | 'definition';

export interface Cue {
  kind: CueKind;
  start: number;
  end: number;
}

const SIX = '(?:six|6)';
const words = (pattern: string) => new RegExp(`(?<!\\p{L})(?:${pattern})(?!\\p{L})`, 'gu');
const NOT = "(?:not|n't|never|failed to|fail to|cannot|without(?: a)?|no)";

const WITHOUT_DROPOUTS =
  '(?:excluding|without|ignoring|not counting|leaving out|leaves? out|left out) (?:the |all |any )?(?:drop-?outs?|(?:those|patients|people|everyone) (?:who|that) (?:stopped|left|quit|dropped out))|drop-?outs? (?:(?:are|were|being) )?(?:left out|excluded|ignored|not counted)';

const MEASURES = [
  [
    'nonResponse',
    words(
      `(?:did|do|does|have|had|were|was)? ?${NOT} (?:(?:have|see|achieve|reach|show) (?:a |any )?)?(?:respond(?:ed|ers?)?|success|response|improved?|benefit(?:ed)?)|non-?respon(?:se|ders?)|didn't (?:respond|improve|benefit)|did ?(?:not|n't)(?= ?(?:[.,;:!?)]|$))|unsuccessful(?:ly)?`,
    ),
  ],
  [
    'success',
    words(
      `(?<!not |n't |no |non-|without |without a |partial |partially )(?:success(?:es|ful|fully)?|succeed(?:s|ed)?|respon(?:se|ses|d|ds|ded|ders?|ding))`,
    ),
  ],
  [
    'better',
    words(
      `(?<!not |n't )(?:improv(?:e|es|ed|ing|ements?)|benefit(?:s|ed|ted)?|(?:got|get|gets|getting|feel|feeling|felt|became) (?:much |significantly )?better|we help|helps|helped|effective(?:ness)?|efficacy|relief|work(?:s|ed) for)`,
    ),
  ],
  [
    'remission',
    words(
      'remission|remit(?:s|ted|ters?)?|(?:symptom|depression)[ -]free|free (?:of|from) (?:their )?(?:depression|symptoms)|no longer depressed|non-depressed|recover(?:s|ed|y|ing)?|(?:depression|symptoms) (?:went away|lifted|disappeared|vanished|resolved)',
    ),
  ],
  [
    'below20',
    words(
      '(?:below|under|less than|lower than|<) ?(?:20|twenty)(?![.,]?\\d| ?%)|(?:19|nineteen) or (?:less|lower|below|fewer)|at most (?:19|nineteen)',
    ),
  ],
  [
    'atMost10',
    words(
      '(?:full|complete|total)(?= remission)|symptom[ -]free|free (?:of|from) (?:their )?symptoms|(?:at most|no more than|≤|<=) ?(?:10|ten)(?![.,]?\\d| ?%)|(?:10|ten) (?:points )?or (?:less|lower|below|fewer)|(?:below|under|less than) (?:11|eleven)(?![.,]?\\d| ?%)',
    ),
  ],
  [
    'notWorsened',
    words(
      `${NOT} (?:get |got |getting |become |became |feel |felt |any )?worse(?:n(?:ed|ing)?)?|${NOT} deteriorat(?:e|ed|ion|ing)`,
    ),
  ],
  ['worsened', words('(?<!is )worse|worsen(?:s|ed|ing)?|deteriorat(?:e|ed|ion|ing)')],
  [
    'stopped',
    words(
      `stopped(?= ?[:=|])|(?:stop(?:ped|s)?|left|quit) (?:treatment |the series |coming )?(?:early|before)|never (?:came back|returned|reached|got to|made it to|finished|completed)|lost to follow-up|drop(?:ped|s|ping)? out|drop-?outs?|attrition|(?:no|missing|lack(?:ed|s)? (?:a|any)|without (?:a|any)) (?:\\p{L}+ )?score (?:at|for) (?:infusion ${SIX}|the (?:sixth|last|final) infusion)|(?:did not|didn't) (?:finish|complete)|not completing|discontinued|discontinuation|quit|left early`,
    ),
  ],
  ['completed', words('(?:completion|retention|adherence)(?: rates?)?')],
  [
    'fall',
    words(
      'reduc(?:e|es|ed|ing|tions?)|decreas(?:e|es|ed|ing)|fell|fall(?:s|en|ing)?|drop(?:s|ped|ping)?(?! ?-?out)|declin(?:e|es|ed|ing)|lower(?:ed|s|ing)?|less|fewer|cut|down|(?<=% |percent |per cent )better|shr[aiu]nk|eas(?:e|ed|es|ing)|diminish(?:es|ed)?|halv(?:e|ed|es|ing)|plummet(?:ed|s)?|went from|go from|goes from',
    ),
  ],
  ['rise', words('rose|ris(?:es?|en|ing)|increas(?:e|es|ed|ing)|climb(?:ed|s)?|went up')],
  ['effect', words("effect sizes?|cohen(?:'s)?")],
  [
    'other',
    words(
      'phq|gad|ham-?d|hdrs|hrsd|madrs|bdi|qids|satisf(?:ied|action)|recommend(?:s|ed)?|relaps(?:e|ed|es)|side effects?|suicid(?:e|al|ality)|sleep|quality of life|(?:anxiety|pain|ptsd) (?:scores?|levels?|symptoms?)|rating|stars?|placebo|(?:antidepressants?|ssris?|medications?)(?! (?:had |have |has )?(?:failed|did|do|stopped))|other (?:clinics?|treatments?|drugs?|studies)|national average|esketamine|tms|safe|cured?|healed|p-?values?|standard deviation|sd|medians?|number needed to treat|nnt|times (?:more|less|as) likely',
    ),
  ],
] as const satisfies readonly (readonly [string, RegExp])[];

const WHO: readonly [WhoCue, RegExp][] = [
  [
    'responders',
    words(
      `(?:successful|responding) (?:${PEOPLE}|treatments|ones|group)|(?:patients?|people|clients?|those|adults|all) (?:who|that) (?:had |have |has )?(?:respond(?:s|ed)?|succeed(?:ed)?|benefit(?:ed|ted)?|improved?|(?:had |a ){0,2}success|(?:got|get) better)|(?<!(?:rate|share|proportion|percentage|number) )(?:among|amongst|for|in|of|with) (?:the |our |these |all ){0,4}responders|(?:patients?|people|clients?|those|adults) with (?:a |an )?(?:success|response)|responders'|(?<!(?:were|are|as|first) )responders (?:went|saw|fell|dropped|improved|averaged|started|began|experienced|showed|scored)|responder group|(?:whom|which) (?:it|treatment) worked`,
    ),
  ],
  [
    'completers',
    words(
      `${SCORED_AT_BOTH}|completers? analysis|(?:all|after|with|had|have|got|through|following|complet\\p{L}{1,4}|finish\\p{L}{1,4}|receiv\\p{L}{1,4}) (?:all |the |their |a |our |of ){0,4}(?:full |first |initial )?${SIX}[ -]${TREATMENTS}|(?<!not |n't |never )(?:complet(?:ed|ers?|ing|es?)|finish(?:ed|ers|ing|es)?)(?: only| alone)?|all (?:of the )?six|(?:full|whole) (?:course|series)|(?:made|make|makes) it to the end|(?:stuck|stick|sticks) (?:with|to) (?:it|(?:the )?(?:treatment|program|series))|per[- ]protocol(?: analysis)?|${WITHOUT_DROPOUTS}|(?<=^|[.;:] )at (?:the )?(?:infusion ${SIX}|sixth infusion)|after (?:the )?(?:infusion ${SIX}|(?:sixth|last|final) infusion|treatment series)`,
    ),
  ],
  [
    'starters',
    words(
      `starters?(?: only| alone)?|itt|(?:counting|including) (?:everyone|everybody|all|(?:the )?drop-?outs?)|(?:${PEOPLE}|those|who|all|everyone|everybody|\\d) (?:that |who )?(?:had |have )?(?:started|began|begun|enrolled|start|begin)|everyone|everybody|(?<=(?:of|for|among|in) )all (?:of )?(?:the |our )?(?:patients|people|clients)(?= (?:f[ae]ll|drop|went|go|improve|was|were|is)|[.,;]|$)|intention[ -]to[ -]treat(?: analysis)?`,
    ),
  ],
];

const TIMES: readonly [TimeCue, RegExp][] = [
  [
    'before',
    words(
      `before|baselines?|initial(?:ly)?|pre-?(?:treatment|infusion)|at (?:the )?(?:start|beginning|outset|intake|admission|first (?:infusion|visit))|start(?:s|ed|ing)? (?:at|with|score)|starting|began (?:at|with)|(?:at )?infusion (?:one|1)|first (?:infusion|score|visit)`,
    ),
  ],
  [
    'after',
    words(
      `after(?:wards)?|endpoints?|(?:at|by|in) the end|end(?:s|ed|ing)? (?:at|with|up|scores?)|final|following|post-?(?:treatment|infusion|series)?|(?:at |by |before )?(?:infusion ${SIX}|(?:the )?sixth infusion)|last (?:infusion|score|visit)|later`,
    ),
  ],
  ['otherTime', words(OTHER_TIME)],
];

const OTHERS: readonly [CueKind, RegExp][] = [
  [
    'score',
    words('scores?|scored|scoring|cudos|depression|severity|symptoms?|mean|means|average|averages|averaged|averaging'),
  ],
  ['definition', words('meaning|means|defined|definition|that is|i\\.e\\.?|counts? as|counted as|we call|called')],
];

/**
 * Which words of a text say what its numbers measure, of whom, and when?
 *
 * Input: a plain text. Output: the words with their kinds, in order; they may overlap.
 *
 * Example: `successful patients` is of the kinds `success` and `responders`.
 */
export function cuesOf(plain: string): Cue[] {
  return [...MEASURES, ...WHO, ...TIMES, ...OTHERS]
    .flatMap(([kind, pattern]) =>
      Array.from(plain.matchAll(pattern), ({ 0: text, index: start }) => ({
        kind,
        start,
        end: start + text.length,
      })),
    )
    .sort((one, other) => one.start - other.start);
}
