import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { IsEmail, IsIn, Matches, MaxLength, ValidateBy } from 'class-validator';
import { PERIOD_OR_MONTHS_PATTERN, PERIOD_PATTERN } from '../domain/calendar/period.js';
import { INDICATIONS } from '../domain/course/record/indications.js';
import { COURSE_KINDS } from '../domain/course/record/kinds.js';

// What several requests ask for in the same words. A pattern is said to the API document too.

function HasForm(pattern: RegExp, message: string, { maxLength }: { maxLength?: number } = {}): PropertyDecorator {
  return applyDecorators(Matches(pattern, { message }), ApiProperty({ pattern: pattern.source, maxLength }));
}

/** Whole quarters or years: `2025`, `2025-Q2`, or a range of them. */
export const IsPeriod = (what = 'The period') =>
  HasForm(PERIOD_PATTERN, `${what} must look like 2025, 2025-Q2 or 2025-Q1..2026-Q2.`);

export const IsPeriodOrMonths = (what = 'The period') =>
  HasForm(PERIOD_OR_MONTHS_PATTERN, `${what} must look like 2025, 2025-Q2, 2025-04 or 2025-Q1..2026-Q2.`);

const SLUG =
  'The address has 1 to 80 characters: small letters a to z, digits, and single hyphens between them, e.g. outcomes-2025.';

/** A name in a public address. */
export const IsSlug = () =>
  applyDecorators(MaxLength(80, { message: SLUG }), HasForm(/^[a-z0-9]+(-[a-z0-9]+)*$/, SLUG, { maxLength: 80 }));

/**
 * Nothing that can't be seen, or turns what is seen around: only the joiners that some scripts and pictures are written
 * with, behind something else than a Latin letter, a digit, a blank or a mark of punctuation.
 */
const VISIBLE = String.raw`[^\p{Cc}\p{Cf}\p{DI}\p{Cs}\p{Zl}\p{Zp}\u2800]|(?<=[^\p{Script=Latin}\p{N}\p{P}\p{Sc}\p{Sm}\s\u2800])[\u200c\u200d\ufe0e\ufe0f]`;
const INVISIBLE = 'It holds a character that can’t be seen, or that changes the direction of the text; type it again.';

const SEEN = new RegExp(`^(?:${VISIBLE})*$`, 'u');

/** A dot over a letter that has one; the Turkish capital I with a dot becomes this when written small. */
const DOTTED_TWICE = /[ij]\u0307/;

/** Also over several lines. */
const text = (from: number, to: number) => new RegExp(`^(?:${VISIBLE}|[\\n\\r\\t]){${from},${to}}$`, 'u');

/** Why something was done, in a person's words. */
export const IsReason = (message = 'A reason has 1 to 500 characters.') => IsVisible(text(1, 500), message);

/** What a person wants to add; may be empty. */
export const IsNote = () => IsVisible(text(0, 500), 'A note has at most 500 characters.');

/** A name or a title on one line. */
export const IsLine = (longest: number, message: string) =>
  IsVisible(new RegExp(`^(?:${VISIBLE}){1,${longest}}$`, 'u'), message);

/**
 * The address under which somebody signs in from now on: nothing in it that can't be seen, or can be written in two ways, so that no two people
 * have addresses that look the same.
 */
export const IsNewAddress = (message: string) =>
  applyDecorators(
    ValidateBy({
      name: 'seenAddress',
      validator: {
        validate: (value: unknown) =>
          typeof value !== 'string' ||
          (SEEN.test(value) && value === value.normalize('NFKC') && !DOTTED_TWICE.test(value)),
        defaultMessage: () => INVISIBLE,
      },
    }),
    MaxLength(254, { message }),
    IsEmail({}, { message }),
  );

function IsVisible(pattern: RegExp, message: string): PropertyDecorator {
  const seen = new RegExp(`^(?:${VISIBLE}|[\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}])*$`, 'u');
  return applyDecorators(
    Matches(pattern, { message: ({ value }) => (typeof value !== 'string' || seen.test(value) ? message : INVISIBLE) }),
    ApiProperty({ pattern: pattern.source }),
  );
}

/** Induction or maintenance. @param otherwise What else may be done, e.g. `, or be left out for both`. */
export const IsKind = (otherwise = '') =>
  IsIn([...COURSE_KINDS], { message: `The kind must be induction or maintenance${otherwise}.` });

/** What a course is given for. @param otherwise What else may be done, e.g. `, or be left out for all`. */
export const IsIndication = (otherwise = '') =>
  IsIn(Object.keys(INDICATIONS), {
    message: `The indication must be one of ${Object.keys(INDICATIONS).join(', ')}${otherwise}.`,
  });
