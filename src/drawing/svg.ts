import type { SKRSContext2D } from '@napi-rs/canvas';
import { rounded } from '../domain/numbers/rounded.js';

/** What XML 1.0 can't hold. */
const NOT_XML = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** The font that a chart is laid out in, where the reader has it, else one that reads alike. */
const FONT_FAMILY = `'Atkinson Hyperlegible', 'Noto Sans', system-ui, sans-serif`;
const ANCHORS: Readonly<Record<string, string>> = { center: 'middle', right: 'end', end: 'end' };
const DECIMALS = 2;

const PATHS = / d="[^"]*"/g;

/** A line of text as it was to be drawn. */
interface DrawnText {
  text: string;
  /** On the line on which letters stand. */
  x: number;
  y: number;
  width: number;
  font: string;
  fill: string;
  align: string;
  /** As a matrix of SVG, where the text does not run from left to right. */
  turned?: number[];
}

/**
 * Takes the texts of a drawing out of it, in their order, so that they stay texts: the canvas would write them as outlines,
 * some 300 kB a chart, or letter by letter.
 */
export function collectTexts(context: SKRSContext2D): readonly DrawnText[] {
  const texts: DrawnText[] = [];
  keepFillStyle(context);
  context.fillText = (text, x, y) => {
    if (text.trim() === '') return;
    const { font, fillStyle, textAlign: align, textBaseline } = context;
    const { width, actualBoundingBoxAscent: above } = context.measureText(text);
    context.textBaseline = 'alphabetic';
    const down = context.measureText(text).actualBoundingBoxAscent - above;
    context.textBaseline = textBaseline;
    const { a, b, c, d, e, f } = context.getTransform();
    const isTurned = b !== 0 || c !== 0;
    const place = isTurned ? { x, y: y + down, turned: [a, b, c, d, e, f] } : { x: a * x + e, y: d * (y + down) + f };
    texts.push({ text, ...place, width, font, fill: fillStyle as string, align });
  };
  return texts;
}

/** The canvas paints as before after `restore`, but goes on answering the color that was set in between. */
function keepFillStyle(context: SKRSContext2D): void {
  const saved: (typeof context.fillStyle)[] = [];
  const [save, restore] = [context.save.bind(context), context.restore.bind(context)];
  context.save = () => {
    saved.push(context.fillStyle);
    save();
  };
  context.restore = () => {
    restore();
    context.fillStyle = saved.pop() ?? context.fillStyle;
  };
}

/** An SVG as wide as asked for, of the shapes of a drawing and its texts, that says what it shows to people who can't see it. */
export function svgOf(
  shapes: string,
  texts: readonly DrawnText[],
  { width, title, description }: { width: number; title: string; description: string },
): string {
  const [, opening = '', w = '', h = ''] = /(<svg[^>]*?) width="(\d+)" height="(\d+)"[^>]*>/.exec(shapes) ?? [];
  const start = shapes.indexOf('>', shapes.indexOf('<svg')) + 1;
  const height = Math.round((width * Number(h)) / Number(w));
  return (
    `${opening} width="${width}" height="${height}" viewBox="0 0 ${w} ${h}" role="img">` +
    `<title>${escaped(title)}</title><desc>${escaped(description)}</desc>` +
    shapes.slice(start, shapes.lastIndexOf('</svg>')).replace(PATHS, shortPath) +
    `<g font-family="${FONT_FAMILY}">${texts.map(textElement).join('')}</g></svg>`
  );
}

/** As wide as it was laid out, whatever font the reader has. */
function textElement({ text, x, y, width, font, fill, align, turned }: DrawnText): string {
  const [, size = '12'] = /([\d.]+)px/.exec(font) ?? [];
  const attributes = [
    ['x', x],
    ['y', y],
    ['textLength', width],
    ['lengthAdjust', 'spacingAndGlyphs'],
    ['font-size', size],
    ['font-weight', /\b(?:bold|[6-9]00)\b/.test(font) ? 'bold' : null],
    ['fill', fill],
    ['text-anchor', ANCHORS[align] ?? null],
    ['transform', turned ? `matrix(${turned.map(short).join(' ')})` : null],
  ] as const;
  const written = attributes.map(([name, value]) => (value === null ? '' : ` ${name}="${short(value)}"`));
  return `<text${written.join('')}>${escaped(text)}</text>`;
}

/** A dashed line is a path with a corner for each end of each dash; a tenth of a pixel is exact enough. */
function shortPath(path: string): string {
  return path.replace(/\d+\.\d+/g, (digits) => String(Math.round(Number(digits) * 10) / 10));
}

function short(value: string | number): string {
  return typeof value === 'number' ? String(rounded(value, DECIMALS)) : value;
}

function escaped(text: string): string {
  return text.replace(NOT_XML, '').replace(/[&<>]/g, (sign) => ENTITIES[sign] ?? sign);
}
