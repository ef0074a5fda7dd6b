/** What XML 1.0 can't hold. */
const NOT_XML = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

function escaped(text: string): string {
  return text.replace(NOT_XML, '').replace(/[&<>]/g, (sign) => ENTITIES[sign] ?? sign);
}

/** An SVG as wide as asked for, that says what it shows to who can't see it. */
export function describedSvg(
  svg: string,
  width: number,
  { title, description }: { title: string; description: string },
): string {
  const [, opening = '', w = '', h = ''] = /(<svg[^>]*?) width="(\d+)" height="(\d+)"[^>]*>/.exec(svg) ?? [];
  const start = svg.indexOf('>', svg.indexOf('<svg')) + 1;
  const height = Math.round((width * Number(h)) / Number(w));
  return (
    `${opening} width="${width}" height="${height}" viewBox="0 0 ${w} ${h}" role="img">` +
    `<title>${escaped(title)}</title><desc>${escaped(description)}</desc>` +
    svg.slice(start)
  );
}
