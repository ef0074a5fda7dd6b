import { randomInt } from 'node:crypto';
import { crc32 } from 'node:zlib';

const LETTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const LENGTH = 32;
const HINT = 'cudos_'.length + 4;

/**
 * A new token: `cudos_`, 32 letters and digits (190 bits), `_`, and the CRC-32 of all that as 8 hexadecimal digits. Scanners for
 * leaked secrets know it by its form, and one that was cut or mistyped is refused without asking the database.
 */
export function newApiToken(): string {
  const body = Array.from({ length: LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join('');
  return `cudos_${body}_${checksum(body)}`;
}

/** Can this be a token? */
export function isApiToken(text: string): boolean {
  const [, body, sum] = /^cudos_([0-9A-Za-z]{32})_([0-9a-f]{8})$/.exec(text) ?? [];
  return body !== undefined && checksum(body) === sum;
}

/** Its first characters, by which people know it; the rest can't be guessed from them. */
export function hintOf(token: string): string {
  return token.slice(0, HINT);
}

function checksum(body: string): string {
  return crc32(`cudos_${body}`).toString(16).padStart(8, '0');
}
