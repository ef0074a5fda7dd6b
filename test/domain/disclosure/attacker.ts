/** A published number, and the courses that the attacker knows it to count. */
export interface Read {
  said: number;
  courses: ReadonlySet<string>;
}

/**
 * Adds and subtracts up to so many published numbers. Where the result is 1 to 10 and the logic of what was
 * counted (who is in what) says that just these courses are left, once each, the attacker has found a group. It knows
 * nothing of the service's own search: it tries every sum.
 */
export function attack(published: readonly Read[], terms: number): number | null {
  const { said, rows } = withoutTwins(published);
  let found: number | null = null;
  const extend = (from: number, left: number, sum: number, vector: Int8Array) => {
    for (let at = from; at < rows.length && found === null; at += 1) {
      for (const sign of [1, -1]) {
        const total = sum + sign * (said[at] as number);
        const isGroup = total >= 1 && total <= 10;
        if (left === 1 && !isGroup) continue;
        const next = vector.map((value, column) => value + sign * (rows[at]?.[column] as number));
        if (isGroup && next.every((value) => value === 0 || value === 1)) found = total;
        else if (left > 1) extend(at + 1, left - 1, total, next);
      }
    }
  };
  extend(0, terms, 0, new Int8Array(rows[0]?.length ?? 0));
  return found;
}

/** Whose scores a published sum (n times the mean) adds up, and which version of them: 0, 1 or 10. */
export type Sum = ReadonlyMap<string, number>;

/**
 * Adds and subtracts up to so many published sums. Where nobody's scores are left but the changes of 1 to 10 courses, all
 * the same way round, the attacker has learned by how much the scores of these few were corrected.
 */
export function attackSums(published: readonly Sum[], terms: number): number | null {
  const { sizes, rows } = kindsOf(published);
  let found: number | null = null;
  const extend = (from: number, left: number, vector: Int16Array) => {
    for (let at = from; at < rows.length && found === null; at += 1) {
      for (const sign of [1, -1]) {
        const next = vector.map((value, column) => value + sign * (rows[at]?.[column] as number));
        found ??= fewChanged(sizes, next);
        if (left > 1 && found === null) extend(at + 1, left - 1, next);
      }
    }
  };
  extend(0, terms, new Int16Array(2 * sizes.length));
  return found;
}

/** How many courses are of each kind; and a row a sum: how often it has each kind, then by which versions. */
function kindsOf(published: readonly Sum[]): { sizes: number[]; rows: Int16Array[] } {
  const sizes = new Map<string, number>();
  for (const course of new Set(published.flatMap((sum) => [...sum.keys()]))) {
    const kind = published.map((sum) => sum.get(course) ?? '').join();
    sizes.set(kind, (sizes.get(kind) ?? 0) + 1);
  }
  const kinds = [...sizes.keys()].map((kind) => kind.split(','));
  const rows = published.map((_, at) => {
    const versions = kinds.map((kind) => kind[at] as string);
    return [...versions.map((version) => Number(version !== '')), ...versions.map(Number)];
  });
  const distinct = new Map(rows.map((row) => [row.join(), Int16Array.from(row)]));
  return { sizes: [...sizes.values()], rows: [...distinct.values()] };
}

function fewChanged(sizes: readonly number[], vector: Int16Array): number | null {
  const [times, changes] = [vector.slice(0, sizes.length), vector.slice(sizes.length)];
  if (times.some((value) => value !== 0)) return null;
  const [up, down] = [1, -1].map((way) =>
    sizes.reduce((sum, size, kind) => sum + ((changes[kind] as number) * way > 0 ? size : 0), 0),
  ) as [number, number];
  const changed = up + down;
  return (up === 0 || down === 0) && changed >= 1 && changed <= 10 ? changed : null;
}

/** Numbers that count the same courses are read once, and courses counted alike are one column. */
function withoutTwins(published: readonly Read[]): { said: number[]; rows: Int8Array[] } {
  const everybody = [...new Set(published.flatMap(({ courses }) => [...courses]))];
  const kinds = new Set(
    everybody.map((course) => published.map(({ courses }) => Number(courses.has(course))).join('')),
  );
  const columns = [...kinds];
  const rows = new Map<string, { said: number; row: Int8Array }>();
  published.forEach(({ said }, at) => {
    const row = Int8Array.from(columns, (kind) => Number(kind[at]));
    rows.set(row.join(''), { said, row });
  });
  const kept = [...rows.values()].filter(({ said }) => said > 0);
  return { said: kept.map(({ said }) => said), rows: kept.map(({ row }) => row) };
}

type Fraction = readonly [bigint, bigint];

/**
 * Solves the published tables: tries every way to count each kind of course 0, 1, 2 ... times with 10 courses at
 * most in all, and asks by elimination with exact fractions whether the published rows add up to it.
 */
export function solve(sizes: readonly number[], rows: readonly number[][]): boolean {
  const basis = reduced(rows.map((row) => row.map((value) => [BigInt(value), 1n] as const)));
  const tried = (at: number, left: number, target: number[]): boolean => {
    if (at === sizes.length) return target.some((times) => times > 0) && spans(basis, target);
    for (let times = 0; times * (sizes[at] as number) <= left; times += 1) {
      if (tried(at + 1, left - times * (sizes[at] as number), [...target, times])) return true;
    }
    return false;
  };
  return tried(0, 10, []);
}

function reduced(rows: Fraction[][]): { row: Fraction[]; lead: number }[] {
  const basis: { row: Fraction[]; lead: number }[] = [];
  for (const row of rows) {
    const rest = reduce(basis, row);
    const lead = rest.findIndex(([top]) => top !== 0n);
    if (lead < 0) continue;
    const first = rest[lead] as Fraction;
    basis.push({ row: rest.map((value) => times(value, [first[1], first[0]])), lead });
  }
  return basis;
}

function spans(basis: { row: Fraction[]; lead: number }[], target: readonly number[]): boolean {
  const rest = reduce(
    basis,
    target.map((value) => [BigInt(value), 1n] as const),
  );
  return rest.every(([top]) => top === 0n);
}

function reduce(basis: { row: Fraction[]; lead: number }[], target: readonly Fraction[]) {
  let rest = [...target];
  for (const { row, lead } of basis) {
    const factor = rest[lead] as Fraction;
    if (factor[0] === 0n) continue;
    rest = rest.map((value, at) => minus(value, times(factor, row[at] as Fraction)));
  }
  return rest;
}

function times([a, b]: Fraction, [c, d]: Fraction): Fraction {
  return lowest(a * c, b * d);
}

function minus([a, b]: Fraction, [c, d]: Fraction): Fraction {
  return lowest(a * d - c * b, b * d);
}

function lowest(top: bigint, bottom: bigint): Fraction {
  let [a, b] = [top < 0n ? -top : top, bottom < 0n ? -bottom : bottom];
  while (b !== 0n) [a, b] = [b, a % b];
  return a === 0n ? [0n, 1n] : [top / a, bottom / a];
}
