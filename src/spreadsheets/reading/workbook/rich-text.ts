import { MARKS } from '../table.js';

const RAISED: Record<string, string> = {
  '0': '⁰',
  '1': '¹',
  '2': '²',
  '3': '³',
  '4': '⁴',
  '5': '⁵',
  '6': '⁶',
  '7': '⁷',
  '8': '⁸',
  '9': '⁹',
};

/** Gathers what a person sees of a text in runs: what is struck out or raised is no plain part of it. */
export class RichText {
  private parts: string[] = [];
  private inText = false;
  private skipped = 0;
  private struck = false;
  private raised = false;

  open(name: string, attribute: (name: string) => string | undefined): void {
    if (name === 'rPh') this.skipped += 1;
    else if (name === 'r') [this.struck, this.raised] = [false, false];
    else if (name === 'strike') this.struck = isOn(attribute('val'));
    else if (name === 'vertAlign') this.raised = attribute('val') !== 'baseline';
    else if (name === 't') this.inText = this.skipped === 0;
  }

  text(text: string): void {
    if (!this.inText || text === '') return;
    const seen = this.raised ? [...text].map((each) => RAISED[each] ?? `^${each}`).join('') : text;
    this.parts.push(this.struck ? MARKS.struckOut(seen) : seen);
  }

  close(name: string): void {
    if (name === 'rPh') this.skipped -= 1;
    else if (name === 't') this.inText = false;
  }

  /** The text so far; the next one begins. */
  take(): string {
    const text = this.parts.join('');
    this.parts = [];
    [this.struck, this.raised] = [false, false];
    // Excel writes a carriage return and other characters that XML can't hold as _x000D_.
    return text.replace(/_x([0-9A-F]{4})_/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
  }
}

/** Whether a switch of the format is on: it is where it is given without a value. */
export function isOn(value: string | undefined): boolean {
  return value === undefined || /^(1|true|on)$/i.test(value);
}
