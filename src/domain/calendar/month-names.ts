/** What each month is called, by letters without accents, in English, German, French, Spanish and Dutch; no name means two months. */
const NAMES: readonly string[] = [
  'jan january januar janv janvier ene enero januari',
  'feb february februar fevr fev fevrier febrero februari',
  'mar march marz mrz mars marzo mrt maart',
  'apr april avr avril abr abril',
  'may mai mayo mei',
  'jun june juni juin junio',
  'jul july juli juil juillet julio',
  'aug august aout ago agosto augustus',
  'sep sept september septembre septiembre',
  'oct october okt oktober octobre octubre',
  'nov november novembre noviembre',
  'dec december dez dezember decembre dic diciembre',
];
const MONTHS = new Map(NAMES.flatMap((names, at) => names.split(' ').map((name): [string, number] => [name, at + 1])));

/**
 * Which month has this name?
 *
 * Input: a name or its usual short form, in whatever case. Output: 1-12; null for any other text.
 *
 * @example monthNamed('März') // 3
 */
export function monthNamed(name: string): number | null {
  const plain = name.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
  return MONTHS.get(plain) ?? null;
}
