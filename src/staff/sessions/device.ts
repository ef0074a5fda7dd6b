/** Names in a User-Agent, the more special before those it also calls itself. */
const BROWSERS: readonly [RegExp, string][] = [
  [/\bEdg(e|A|iOS)?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/\b(Chrome|CriOS)\//, 'Chrome'],
  [/\bVersion\/\S+ .*Safari\//, 'Safari'],
];
const SYSTEMS: readonly [RegExp, string][] = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\b(Macintosh|Mac OS X)\b/, 'Mac'],
  [/\bLinux\b/, 'Linux'],
];
const LONGEST = 200;

/**
 * What is the device that a person signs in with?
 *
 * Input: the User-Agent header. Output: browser and system, such as "Firefox on Windows", so that people know their own
 * devices apart; what is not known is answered as it was sent, at most 200 characters. Null without a header.
 */
export function describeDevice(userAgent: string | undefined): string | null {
  const sent = userAgent?.trim() ?? '';
  const browser = nameIn(BROWSERS, sent);
  const system = nameIn(SYSTEMS, sent);
  if (browser === undefined || system === undefined) return sent.slice(0, LONGEST) || null;
  return `${browser} on ${system}`;
}

function nameIn(names: readonly [RegExp, string][], userAgent: string): string | undefined {
  return names.find(([pattern]) => pattern.test(userAgent))?.[1];
}
