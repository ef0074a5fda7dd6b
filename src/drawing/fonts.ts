import { GlobalFonts } from '@napi-rs/canvas';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const { resolve } = createRequire(import.meta.url);

/** The font of every picture, bundled, so that a picture looks the same on every machine. */
const OWN = 'atkinson-hyperlegible';
const WEIGHTS = ['400', '700'];
/** For other scripts. Han characters are in three of them, each with the shapes of its language. */
const OTHER_SCRIPTS = ['', '-jp', '-sc', '-kr', '-arabic', '-hebrew', '-thai'].map((script) => `noto-sans${script}`);
/** Has a glyph for every character of the Basic Multilingual Plane, of 16 by 16 dots. */
const LAST_RESORT: FontPart = {
  family: 'Unifont',
  files: ['@fontsource/unifont/files/unifont-latin-400-normal.woff2'],
  has: () => true,
};
const LAST_CONTROL = 0x1f;

/** A file of a font that is parted by characters. */
interface FontPart {
  family: string;
  files: string[];
  has: (character: number) => boolean;
}

const own = partsOf(`@fontsource/${OWN}`, (part) => WEIGHTS.map((weight) => `${OWN}-${part}-${weight}-normal`));
let others: FontPart[][] | undefined;
const registered = new Set<string>();

/**
 * The font families in which all of a text can be drawn, for `font` of a canvas: our own and, for what it lacks (a
 * clinic's name may be in any script), the one font that has all of the missing characters, else all that have some.
 * Each is loaded when it is first needed.
 * @throws Error where a file of a font is missing.
 */
export function fontFamilyFor(text: string): string {
  const characters = [...new Set(text)].map((character) => character.codePointAt(0) ?? 0);
  const missing = characters.filter((one) => one > LAST_CONTROL && !own.some(({ has }) => has(one)));
  if (missing.length === 0) return familyList(own);
  others ??= OTHER_SCRIPTS.map((name) =>
    partsOf(`@fontsource-variable/${name}`, (part) => [`${name}-${part}-wght-normal`]),
  );
  const whole = others.find((parts) => missing.every((one) => parts.some(({ has }) => has(one))));
  const parts = (whole ?? others.flat()).filter(({ has }) => missing.some(has));
  return familyList([...own, ...parts, LAST_RESORT]);
}

function familyList(parts: readonly FontPart[]): string {
  for (const part of parts) register(part);
  return [...parts.map(({ family }) => `"${family}"`), 'sans-serif'].join(', ');
}

function register({ family, files }: FontPart): void {
  if (registered.has(family)) return;
  for (const file of files) {
    if (!GlobalFonts.registerFromPath(resolve(file), family)) throw new Error(`No font in ${file}.`);
  }
  registered.add(family);
}

/** The parts of a font of Fontsource, whose packages list the characters of each. */
function partsOf(pack: string, filesOf: (part: string) => string[]): FontPart[] {
  const ranges = JSON.parse(readFileSync(resolve(`${pack}/unicode.json`), 'utf8')) as Record<string, string>;
  return Object.entries(ranges).map(([part, range]) => ({
    family: `${pack.replace(/^.*\//, '')} ${part}`,
    files: filesOf(part.replace(/[[\]]/g, '')).map((file) => `${pack}/files/${file}.woff2`),
    has: within(range),
  }));
}

/** Of a `unicode-range` of CSS, such as `U+370-377,U+37A`. */
function within(range: string): FontPart['has'] {
  const spans = range.split(',').map((span) => {
    const [from = '', to = from] = span.trim().replace('U+', '').split('-');
    return [Number.parseInt(from, 16), Number.parseInt(to, 16)] as const;
  });
  return (character) => spans.some(([from, to]) => character >= from && character <= to);
}
