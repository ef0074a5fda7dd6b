/** What a series is counted in. */
export const TREATMENTS = '(?:ketamine )?(?:infusions?|treatments?|sessions?|visits|doses)';
const NUMBER = '(?:one|two|three|four|five|seven|eight|nine|ten|twelve|[1-5]|[7-9]|\\d{2})';
/** `in as little as two`, `after just the` */
const ONLY = '(?:(?:just|only|the|about|around|under|less than|fewer than|as few as|as little as) ){0,2}';
const SOME = `(?:${NUMBER}|an?|six|6)(?:(?: to | or |-)(?:${NUMBER}|six|6))?`;

/** Words that put a number at another time than after six infusions. */
export const OTHER_TIME = [
  'respon(?:d|ds|ded|se|ses|ding) to (?:just |only |the |their |a ){0,2}(?:first|second|third|fourth|fifth|single|one|initial) (?:\\p{L}+ )?(?:infusion|treatment|session|dose)',
  'overnight',
  '(?:in|during|over|after) (?:the|their|her|his) (?:first|second|third) (?:hours?|days?|weeks?|months?|years?)',
  'instantly',
  'immediate(?:ly)?',
  'right away',
  'within (?:minutes|hours|days)',
  `(?:after|at|by|before|in|within|over|with) ${ONLY}(?:infusion ${NUMBER}|${NUMBER} ${TREATMENTS}|(?:second|third|fourth|fifth|first|a single|single) ${TREATMENTS})`,
  `(?:first|last|final|initial) (?:${NUMBER}|few) ${TREATMENTS}`,
  `${NUMBER} ${TREATMENTS} in`,
  'half-?way',
  'mid-?(?:way|series|course|treatment)',
  `(?:after|at|within) ${ONLY}${SOME}[ -](?:hours?|days?|weeks?|months?|years?)`,
  `(?:in|over) ${ONLY}(?:${SOME}[ -](?:hours?|days?|weeks?)|a month)`,
  `(?:${NUMBER}|six|6|a|24|48|72) (?:hours?|days?|weeks?|months?|years?) (?:later|after|on)`,
  `for (?:(?:over|more than|at least|up to|nearly|about) )?(?:${NUMBER}|an?|six|6) (?:full )?(?:hours?|days?|weeks?|months?|years?)`,
  `(?:by|at|in|after|until) (?:week|day|month) (?:${NUMBER}|six|6)`,
  'follow-?up',
  'long[ -](?:term|lasting)',
  'lasting',
  'sustain(?:ed|s)?',
  'maintain(?:ed|s)?',
  'kept (?:well|their)|(?:stay|remain)(?:s|ed|ing)?',
  'still',
  'durable',
].join('|');
