const LONGEST = 80;

/** The address that a title suggests: `Outcomes of 2025!` gives `outcomes-of-2025`. */
export function slugOf(title: string): string {
  return title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST)
    .replace(/^-+|-+$/g, '');
}

/** What is wrong with an address before the service is asked; null where nothing is. */
export function slugFault(slug: string): string | null {
  if (slug === '') return 'Give it an address.';
  if (slug.length > LONGEST) return `At most ${LONGEST} characters.`;
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug)) return 'Small letters a to z, digits, and single hyphens between them.';
  return null;
}
