/** What an embed shows, and how. */
export interface EmbedChoice {
  layout: 'headline' | 'row' | 'full';
  /** By set and name; what every publication has is there anyway. Empty for those the layout shows by itself. */
  figures: string[];
  colors: 'auto' | 'light' | 'dark';
}

export const EMBED_KINDS = ['script', 'tag-manager', 'frame'] as const;
export type EmbedKind = (typeof EMBED_KINDS)[number];

/** The line that a website pastes. */
export function embedCode(
  kind: EmbedKind,
  { origin, slug, title }: { origin: string; slug: string; title: string },
  choice: EmbedChoice,
): string {
  const chosen = chosenOf(choice);
  if (kind === 'frame') {
    const address = embedAddress(slug, choice);
    return (
      `<iframe src="${origin}${escaped(address)}" title="${escaped(title)}" width="100%" height="600" loading="lazy" style="border:0"></iframe>\n` +
      `<script src="${origin}/embed.js" async></script>`
    );
  }
  if (kind === 'tag-manager') {
    const query = new URLSearchParams([['publication', slug], ...chosen]).toString();
    return `<script src="${origin}/embed.js?${escaped(query)}" async></script>`;
  }
  const data = chosen.map(([name, value]) => ` data-${name}="${escaped(value)}"`).join('');
  return `<script src="${origin}/embed.js" data-publication="${slug}"${data} async></script>`;
}

/** Where the embed is on this service. */
export function embedAddress(slug: string, choice: EmbedChoice): string {
  const query = new URLSearchParams(chosenOf(choice)).toString();
  return `/embed/${slug}${query === '' ? '' : `?${query}`}`;
}

function chosenOf({ layout, figures, colors }: EmbedChoice): [string, string][] {
  return [
    ...(layout === 'full' ? [] : [['layout', layout] as [string, string]]),
    ...(figures.length === 0 ? [] : [['figures', figures.join(',')] as [string, string]]),
    ...(colors === 'auto' ? [] : [['colors', colors] as [string, string]]),
  ];
}

/** A text, escaped for an attribute. */
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
