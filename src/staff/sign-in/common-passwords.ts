import { dictionary } from '@zxcvbn-ts/language-common';

/** 49,000 passwords of published leaks, the most used ones; made when a first password is chosen. */
let leaked: ReadonlySet<string> | undefined;
/** So many characters beside one of them make a password of its own. */
const OWN = 6;

/** Words that passwords are commonly made of, and those between them; a password of nothing else is guessed early. */
const WORDS = `
  password passwort passwd pass word kennwort contrasena motdepasse senha secret geheim qwerty qwertz azerty asdf zxcv
  welcome willkommen bienvenue letmein let me in login signin logon admin administrator root user guest test testing tester
  demo sample change changeme default temp temporary master access enter open sesame please hello hallo hi
  iloveyou love loveyou you baby angel dragon monkey tiger lion eagle horse dog cat football baseball basketball soccer
  hockey tennis golf princess queen king prince sunshine shadow flower butterfly rainbow superman batman spiderman
  pokemon starwars trustno trust no one whatever freedom computer internet laptop phone mobile email mail
  summer winter spring autumn fall january february march april may june july august september october november december
  monday tuesday wednesday thursday friday saturday sunday ginger pepper cookie chocolate banana orange apple cheese
  charlie michael jordan jennifer thomas daniel ashley jessica andrew matthew anthony nicole robert william joshua
  google facebook instagram linkedin amazon samsung microsoft windows android iphone
  cudos ketamine clinic outcome outcomes depression hospital doctor nurse patient patients therapy health healthcare
  medical medicine practice company business office work home house family money london america
  abc abcd abcdef xyz my is the a an i am this that our your new old now and for to of it good best super mega
`
  .trim()
  .split(/\s+/);
const LONGEST = Math.max(...WORDS.map((word) => word.length));
const KNOWN = new Set(WORDS);
/** What stands for a letter. */
const LOOK_ALIKES: Record<string, string> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};
const ROWS = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
  '`1234567890-=',
  'qwertyuiop[]',
  'asdfghjkl;',
  'zxcvbnm,./',
  'qwertzuiop',
  'azertyuiop',
];
const COLUMNS = ['1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik,9ol.0p;/', '1q2w3e4r5t6y7u8i9o0p', 'qazwsxedcrfvtgbyhnujmikolp'];

/**
 * Why is a password too easy to guess, whatever its length?
 * @returns A sentence; null where nothing is known against it.
 */
export function whyEasyToGuess(password: string): string | null {
  const typed = password.normalize('NFKC').toLowerCase().replace(/\s/g, '');
  if (new Set(typed).size < 5) return 'A password has at least 5 different characters, blanks not counted.';
  if (/^(.{1,8})\1+$/su.test(typed)) return 'This password repeats a few characters; a sentence is a good one.';
  if (isRun(typed)) return 'This password follows the keys or the alphabet; a sentence is a good one.';
  const bare = typed.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  const asLetters = bare.replace(/[0-9@$!]/g, (sign) => LOOK_ALIKES[sign] ?? '');
  const isLeaked = [typed, bare, asLetters].some((text) => typed.length - text.length < OWN && isOfLeaked(text));
  if (isLeaked || [typed, asLetters].some((text) => isOfWords(text.replace(/[^\p{L}]/gu, '')))) {
    return 'Many people use a password like this one, so it is guessed early; a sentence of your own is a good one.';
  }
  return null;
}

/** Is it one of the leaked passwords, once or a few times over? */
function isOfLeaked(text: string): boolean {
  leaked ??= new Set(dictionary['passwords-common']);
  const repeated = /^(.+?)\1*$/su.exec(text)?.[1] ?? text;
  return leaked.has(text) || leaked.has(repeated);
}

/** Is it, but for a few characters, pieces of a row of keys or of the alphabet, in either direction? */
function isRun(text: string): boolean {
  const lines = [...ROWS, ...COLUMNS].flatMap((line) => [line, [...line].reverse().join('')]);
  let inRuns = 0;
  for (let from = 0; from < text.length;) {
    let length = 0;
    for (const line of lines)
      while (length < text.length - from && line.includes(text.slice(from, from + length + 1))) length += 1;
    if (length >= 3) inRuns += length;
    from += Math.max(1, length);
  }
  return inRuns >= text.length - 3;
}

/** Can all of the letters be read as such words? */
function isOfWords(letters: string): boolean {
  const ends = new Set([0]);
  for (let end = 1; end <= letters.length; end += 1) {
    for (let length = 1; length <= Math.min(LONGEST, end); length += 1) {
      if (ends.has(end - length) && KNOWN.has(letters.slice(end - length, end))) ends.add(end);
    }
  }
  return letters.length > 0 && ends.has(letters.length);
}
