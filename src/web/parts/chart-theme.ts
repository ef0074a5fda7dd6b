/** What the colours of a chart on white become on dark ground; those of the data keep their hue. */
const ON_DARK: Readonly<Record<string, string>> = {
  '#222222': '#e6e8ea',
  '#333333': '#d5d8db',
  '#555555': '#b4b9be',
  '#e2e2e2': '#3d4247',
  '#0072b2': '#4aa8e0',
  '#56b4e9': '#9ad4f5',
  '#d55e00': '#f08a3c',
  '#cc79a7': '#de9cc0',
  '#f7fbff': '#1f2a33',
  '#ebf3fb': '#22313c',
  '#dceaf7': '#253846',
  '#cbe0f2': '#283f50',
  '#b9d5ec': '#2b475b',
  '#8fb8da': '#4f7391',
  'rgba(34,34,34': 'rgba(230,232,234',
  'rgba(0,114,178': 'rgba(74,168,224',
  'rgba(86,180,233': 'rgba(154,212,245',
  'rgba(213,94,0': 'rgba(240,138,60',
};

/** A copy of a chart whose colours are right on the ground of the page. */
export function inTheme<T>(part: T, dark: boolean): T {
  if (typeof part === 'string') return (dark ? onDark(part) : part) as T;
  if (Array.isArray(part)) return part.map((one: unknown) => inTheme(one, dark)) as T;
  if (typeof part !== 'object' || part === null) return part;
  return Object.fromEntries(
    Object.entries(part).map(([key, value]) => [key, inTheme<unknown>(value, dark)]),
  ) as T;
}

function onDark(colour: string): string {
  const key = colour.toLowerCase();
  const faded = /^(rgba\(\d+,\d+,\d+)(,.*)$/.exec(key);
  if (faded) return `${ON_DARK[faded[1] ?? ''] ?? faded[1]}${faded[2]}`;
  return ON_DARK[key] ?? colour;
}
