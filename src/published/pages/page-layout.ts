import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { html, own, written, type Html } from '../../http/html.js';

/** Which colors a page is shown in: as the reader has set, or one that the embedding site asks for. */
export const COLOR_SCHEMES = ['auto', 'light', 'dark'] as const;
export type ColorScheme = (typeof COLOR_SCHEMES)[number];

/** A file that is sent as it is; the build copies it beside what is compiled. */
function readOwn(name: string): string {
  return readFileSync(new URL(`../files/${name}`, import.meta.url), 'utf8');
}

/** A file of HTML that a page shows as it is. */
export function ownHtml(name: string): Html {
  return written(readOwn(name));
}

/** Of the pages, and of the embed wherever it is shown. */
export const STYLE = readOwn('published.css');
const HEIGHT_SCRIPT = readOwn('embed-height.js');
/** What another site loads to show a publication. */
export const EMBED_SCRIPT = readOwn('embed.js');

const [STYLE_HASH, SCRIPT_HASH] = [STYLE, HEIGHT_SCRIPT].map(
  (content) => `'sha256-${createHash('sha256').update(content).digest('base64')}'`,
);
const ALLOWED = "default-src 'none'; img-src 'self' data:; base-uri 'none'; form-action 'none'";

/** The icon of the pages, without a request. */
const ICON =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E%3Crect width='32' height='32' " +
  "rx='7' fill='%230b5a75'/%3E%3Cpath d='M6 9l5 5 5-1 5 7 5 3' fill='none' stroke='%23fff' stroke-width='3'/%3E%3C/svg%3E";

/** What a public page may load: its own style sheet and pictures, and no script. Only this service frames it. */
export const PAGE_HEADERS = {
  'content-security-policy': `${ALLOWED}; style-src ${STYLE_HASH}; frame-ancestors 'self'`,
};

/** An embed may run the one script that reports its height, and be framed by anybody. */
export const EMBED_HEADERS = {
  'content-security-policy': `${ALLOWED}; style-src 'self'; script-src ${SCRIPT_HASH}; frame-ancestors *`,
};

/** The style sheet of an embed is a file of its own: read by another site's script, one inside would offend that site's policy. */
export const LINKED_STYLE = html`<link rel="stylesheet" href="/embed.css" />`;

/** A whole document around what a page shows. */
export function pageHtml({ title, head = null, body, colours = 'auto', style = own('style', STYLE) }: Page): string {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}</title>
        <link rel="icon" href="${ICON}" />
        ${head} ${style}
      </head>
      <body class="publication" data-colours="${colours}">
        ${body}
      </body>
    </html> `.text.trimStart();
}

interface Page {
  title: string;
  head?: Html | null;
  body: Html;
  colours?: ColorScheme;
  style?: Html;
}

/** The script of an embed in a frame. */
export function heightScript(): Html {
  return own('script', HEIGHT_SCRIPT);
}
