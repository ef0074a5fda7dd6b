import { applyDecorators } from '@nestjs/common';
import { IsString, MaxLength, MinLength, ValidateBy } from 'class-validator';
import { rulesBroken } from '../../http/problem.js';
import { whyEasyToGuess } from './common-passwords.js';

const SHORTEST = 12;
const LONGEST = 200;
const SHORT = { message: 'A password has at least 12 characters; a sentence is a good one.' };
export const PASSWORD_LONG = { message: 'A password has at most 200 characters.' };

/** A password that somebody chooses: its length counts, not which kinds of characters it has. */
export const IsNewPassword = () =>
  applyDecorators(
    ValidateBy({
      name: 'easyToGuess',
      validator: {
        // Of another length that is said alone.
        validate: (value: unknown) =>
          typeof value !== 'string' ||
          value.length < SHORTEST ||
          value.length > LONGEST ||
          whyEasyToGuess(value) === null,
        defaultMessage: (given) => whyEasyToGuess(String(given?.value)) ?? SHORT.message,
      },
    }),
    MaxLength(LONGEST, PASSWORD_LONG),
    MinLength(SHORTEST, SHORT),
    IsString(SHORT),
  );

/** @throws Problem 422 where the password is the person's own address or name, or little more. */
export function refuseOwnName(
  pointer: string,
  password: string,
  { email, name }: { email: string; name: string },
): void {
  const plain = (text: string) =>
    text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]/gu, '');
  // Also with a tag, as mail servers take it: sam+clinic@example.org.
  const typed = plain(password.replace(/\+[^@\s]*@/, '@'));
  const names = [email, email.split('@')[0] ?? '', name].map(plain).filter((text) => text.length >= 4);
  const own = [...names, ...names.map((text) => [...text].reverse().join(''))];
  const left = own.reduce((rest, text) => rest.replaceAll(text, ''), typed);
  if (left.length >= 6 || left.length === typed.length) return;
  const message = 'This password is little more than your own name or address; a sentence is a good one.';
  throw rulesBroken([{ pointer, rule: 'own-name', message }]);
}
