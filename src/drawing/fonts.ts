import { createRequire } from 'node:module';
import { GlobalFonts } from '@napi-rs/canvas';

const { resolve } = createRequire(import.meta.url);
const FILES = [
  ['latin-400-normal', 'Atkinson Hyperlegible'],
  ['latin-700-normal', 'Atkinson Hyperlegible'],
  ['latin-ext-400-normal', 'Atkinson Hyperlegible Ext'],
  ['latin-ext-700-normal', 'Atkinson Hyperlegible Ext'],
] as const;

/** Of the bundled files, so that a picture looks the same on every machine; other scripts take what the system has. */
export const FONT_FAMILY = '"Atkinson Hyperlegible", "Atkinson Hyperlegible Ext", sans-serif';

/** @throws Error where a file of the font is missing. */
export function registerFonts(): void {
  for (const [file, family] of FILES) {
    const path = resolve(`@fontsource/atkinson-hyperlegible/files/atkinson-hyperlegible-${file}.woff2`);
    if (!GlobalFonts.registerFromPath(path, family)) throw new Error(`No font in ${path}.`);
  }
}
