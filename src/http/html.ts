/** A piece of HTML in which every text is escaped. Only this file makes it. */
export class Html {
  constructor(readonly text: string) {}
}

type Part = string | number | Html | null | readonly Part[];

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** HTML with values in it. A value is text and nothing else, also inside a quoted attribute; null is nothing. */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Html {
  return new Html(String.raw({ raw: strings }, ...parts.map(escaped)));
}

/** A data block of JSON, which no text inside it can end. */
export function jsonBlock(type: string, value: object): Html {
  const json = JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return new Html(`<script type="${type}">${json}</script>`);
}

/** A style or script of this service's own, whose hash the Content-Security-Policy names. */
export function own(element: 'style' | 'script', content: string): Html {
  return new Html(`<${element}>${content}</${element}>`);
}

/** HTML of a file of this service's own. */
export function written(content: string): Html {
  return new Html(content);
}

function escaped(part: Part): string {
  if (part instanceof Html) return part.text;
  if (typeof part === 'string' || typeof part === 'number') {
    return String(part).replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
  }
  return part === null ? '' : part.map(escaped).join('');
}
