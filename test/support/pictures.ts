import { inflateSync } from 'node:zlib';

/** What a PNG file of 8 bits a channel says of itself, and the color of its upper left pixel. */
export function pngFacts(png: Buffer): { width: number; height: number; corner: number[] } {
  const parts: Buffer[] = [];
  let type = '';
  for (let at = 8; type !== 'IEND';) {
    const length = png.readUInt32BE(at);
    type = png.toString('latin1', at + 4, at + 8);
    if (type === 'IDAT') parts.push(png.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  // The first row has no row above it, so under every filter its first pixel is as it was, after the filter byte.
  const corner = [...inflateSync(Buffer.concat(parts)).subarray(1, 4)];
  return { width: png.readUInt32BE(16), height: png.readUInt32BE(20), corner };
}

/** The elements of an XML text in their order. @throws Error where one is not closed, or an entity is none. */
export function xmlElements(xml: string): string[] {
  const names: string[] = [];
  const open: string[] = [];
  for (const [, text = '', end, name = '', attributes = '', alone] of xml.matchAll(
    /([^<]*)<(\/?)([A-Za-z][\w:]*)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>/g,
  )) {
    if (/&(?!amp;|lt;|gt;|quot;|apos;|#\d+;)/.test(text + attributes)) throw new Error(`an entity in ${text}`);
    if (end === '/') {
      if (open.pop() !== name) throw new Error(`</${name}> closes what is not open`);
      continue;
    }
    names.push(name);
    if (alone !== '/') open.push(name);
  }
  if (open.length > 0 || names.length === 0) throw new Error(`not closed: ${open.join(', ')}`);
  const tags = xml.replace(/<\?xml[^>]*\?>/, '').match(/</g)?.length ?? 0;
  const found = xml.match(/<\/?[A-Za-z][\w:]*(?:\s+[\w:-]+="[^"<]*")*\s*\/?>/g)?.length ?? 0;
  if (tags !== found) throw new Error(`${tags - found} of ${tags} tags are none`);
  return names;
}
