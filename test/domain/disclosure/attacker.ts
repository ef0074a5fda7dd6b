import highs from 'highs';
import type { Highs } from 'highs';

/** Something that is public: a sum of one variable over these units, and nothing else of them. */
export type PublicSum = ReadonlySet<string>;

/** The fewest persons that a weighting of public sums tells of, where it is of fewer than asked. */
export interface Found {
  persons: number;
}

// Its types are of the CommonJS build, where the function is one level down.
const solver = await (highs as unknown as () => Promise<Highs>)();
const MOST_WEIGHT = 64;

/**
 * Is there a weighting of these sums, with any signs, that is about 1 to so many persons?
 *
 * An integer program, by another way than the code's, which never asks: a free weight for each sum, for each kind of unit (those
 * that are in the same sums) its coefficient, 0 where the kind is of more persons than may be found, and a switch for each
 * group of persons that is 1 where any coefficient of theirs is not 0. One kind after the other is given the coefficient 1, and
 * the persons switched on are made as few as can be. A unit is `person/anything`: a score as it was in some publication.
 */
export function fewestPersons(sums: readonly PublicSum[], most: number): Found | null {
  const { kinds, personsOf } = kindsIn(sums);
  const large = kinds.filter((_, at) => (personsOf[at]?.size ?? 0) > most);
  let found: Found | null = null;
  kinds.forEach((pivot, at) => {
    if ((personsOf[at]?.size ?? 0) > most) return;
    const persons = leastWith(pivot, kinds, personsOf, large);
    if (persons !== null && persons <= most && (found === null || persons < found.persons)) found = { persons };
  });
  return found;
}

type Kind = readonly number[];

/** Units that are in the same sums, and whose they are. */
function kindsIn(sums: readonly PublicSum[]): { kinds: Kind[]; personsOf: Set<string>[] } {
  const rowsOf = new Map<string, number[]>();
  sums.forEach((sum, row) => {
    for (const unit of sum) rowsOf.set(unit, [...(rowsOf.get(unit) ?? []), row]);
  });
  const kinds = new Map<string, { kind: number[]; persons: Set<string> }>();
  for (const [unit, kind] of rowsOf) {
    const known = kinds.get(kind.join()) ?? { kind, persons: new Set<string>() };
    known.persons.add(unit.slice(0, unit.indexOf('/')));
    kinds.set(kind.join(), known);
  }
  const all = [...kinds.values()];
  return { kinds: all.map(({ kind }) => kind), personsOf: all.map(({ persons }) => persons) };
}

function leastWith(
  pivot: Kind,
  kinds: readonly Kind[],
  personsOf: readonly Set<string>[],
  large: readonly Kind[],
): number | null {
  const groups = new Map<string, { size: number; kinds: number[] }>();
  const kindsOf = new Map<string, number[]>();
  kinds.forEach((kind, at) => {
    if (large.includes(kind)) return;
    for (const person of personsOf[at] ?? []) kindsOf.set(person, [...(kindsOf.get(person) ?? []), at]);
  });
  for (const of of kindsOf.values()) {
    const known = groups.get(of.join()) ?? { size: 0, kinds: of };
    groups.set(of.join(), { ...known, size: known.size + 1 });
  }
  const weights = [...new Set(kinds.flat())];
  const sumOf = (kind: Kind) => kind.map((row) => `+ y${row}`).join(' ');
  const switches = [...groups.values()].map((group, at) => ({ ...group, name: `u${at}` }));
  const lines = [
    'Minimize',
    ` obj: ${switches.map(({ size, name }) => `+ ${size} ${name}`).join(' ')}`,
    'Subject To',
    ` pivot: ${sumOf(pivot)} = 1`,
    ...large.map((kind, at) => ` large${at}: ${sumOf(kind)} = 0`),
    ...switches.flatMap(({ name, kinds: of }) =>
      of.flatMap((at) => [
        ` up${name}k${at}: ${sumOf(kinds[at] ?? [])} - ${MOST_WEIGHT} ${name} <= 0`,
        ` down${name}k${at}: ${sumOf(kinds[at] ?? [])} + ${MOST_WEIGHT} ${name} >= 0`,
      ]),
    ),
    'Bounds',
    ...weights.map((row) => ` -${MOST_WEIGHT} <= y${row} <= ${MOST_WEIGHT}`),
    'Binary',
    ` ${switches.map(({ name }) => name).join(' ')}`,
    'End',
  ];
  const { Status: status, ObjectiveValue: value } = solver.solve(lines.join('\n'));
  return status === 'Optimal' ? Math.round(value) : null;
}
