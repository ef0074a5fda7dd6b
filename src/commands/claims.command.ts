import { text as readText } from 'node:stream/consumers';
import { Command } from 'commander';
import { convert, type DomNode, type FormatCallback } from 'html-to-text';
import type { ClaimAnswer } from '../domain/claims/claim-answer.js';
import { ClaimCheckRequest } from '../publications/claim-check/claim-check.dto.js';
import { ClaimCheckService } from '../publications/claim-check/claim-check.service.js';
import { print } from '../terminal.js';
import { checked } from './checked.js';
import { wholeFile } from './files.js';
import { clinicOf, commandActor, withService } from './service-context.js';

interface Options {
  clinic?: string;
  publication?: string;
  json?: boolean;
}

const NOT_SUPPORTED = 2;
const MOST_BYTES = 4 * 1024 * 1024;

const SKIPPED = ['script', 'style', 'nav', 'img', 'sup'];
/** Cells in a line for each row, as the check reads tables; what a page shows on lines of its own, and nothing of footnote marks. */
const SELECTORS = [
  ...SKIPPED.map((selector) => ({ selector, format: 'skip' })),
  ...['td', 'th'].map((selector) => ({ selector, format: 'cell' })),
  ...['tr', 'caption', 'figcaption', 'summary', 'details', 'dt', 'dd', 'button', 'label'].map((selector) => ({
    selector,
    format: 'block',
    options: { leadingLineBreaks: 1, trailingLineBreaks: 1 },
  })),
  { selector: 'a', options: { ignoreHref: true } },
];

export const claimsCommand = new Command('claims')
  .argument('<file>', 'a text, Markdown or HTML file; - reads standard input')
  .option('--clinic <name>', 'the clinic; not needed where there is only one')
  .option('--publication <slug>', 'against this publication alone; all current ones without it')
  .option('--json', 'the whole answer as one JSON object')
  .action(async (file: string, { clinic: name, publication, json }: Options) => {
    const text = await textOf(file);
    const request = await checked(ClaimCheckRequest, { text });
    const answer = await withService(async (context) => {
      const actor = commandActor(await clinicOf(context, name));
      return context.get(ClaimCheckService, { strict: false }).check(actor, request, publication);
    });
    print(json ? JSON.stringify(answer, null, 2) : inWords(text, answer));
    if (!isSupported(answer)) process.exitCode = NOT_SUPPORTED;
  });

async function textOf(file: string): Promise<string> {
  const raw = file === '-' ? await readText(process.stdin) : Buffer.from(await wholeFile(file, MOST_BYTES)).toString();
  const isHtml = /\.html?$/i.test(file) || /^\s*<(?:!doctype|html)/i.test(raw);
  return isHtml ? convert(raw, { wordwrap: false, formatters: { cell: cellOfTable }, selectors: SELECTORS }) : raw;
}

/** On one line, whatever the blocks in it. */
const cellOfTable: FormatCallback = (cell, _walk, builder) => {
  builder.addInline(`${wordsIn(cell).trim()} | `);
};

function wordsIn({ name, data, children = [] }: DomNode): string {
  if (SKIPPED.includes(name ?? '')) return '';
  return data ?? children.map(wordsIn).join(name === 'td' || name === 'th' ? '' : ' ');
}

function isSupported({ numbers }: ClaimAnswer): boolean {
  return numbers.every(({ verdict, notes }) => {
    return verdict.startsWith('supported') && !notes.some((note) => note.verdict === 'inconsistent');
  });
}

/** A line for each number, with its line in the text, and what the text leaves out. */
function inWords(text: string, { numbers, missing }: ClaimAnswer): string {
  const lineOf = (place: number) => text.slice(0, place).split('\n').length;
  const lines = numbers.flatMap(({ start, text: number, verdict, explanation, notes }) => [
    `line ${lineOf(start)}: ${number.replace(/\s+/g, ' ')}: ${verdict}. ${explanation}`,
    ...notes.map((note) => `  ${note.verdict}. ${note.explanation}`),
  ]);
  const left = missing.map((each) => `not said: ${each}`);
  return [...(lines.length === 0 ? ['No number of the text speaks of an outcome.'] : lines), ...left].join('\n');
}
