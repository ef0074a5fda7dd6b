import type { TooltipItem } from 'chart.js';
import type { Chart } from '../../domain/charts/parts/chart.js';
import { dayTick } from '../../domain/charts/parts/day-ticks-plugin.js';
import { belongsInLegend } from '../../domain/charts/parts/legend.js';
import { counted } from '../../domain/numbers/words.js';
import { fitting } from './chart-labels.js';
import { showTenths } from './figures.js';

type Options = Record<string, unknown>;

type Labels = NonNullable<Chart['data']['labels']>;
type Scales = Record<string, { ticks?: Options }>;

interface Plugins extends Options {
  title?: { text?: string | string[] };
  subtitle?: { text?: string | string[] };
  legend?: { labels?: Options };
}

/** Pixels: a chart on an upright tablet. */
const NARROW = 720;
const MOST_SIDE_BY_SIDE = 8;

/** The title of a chart and how to read it, which a page writes as text. */
export function captionOf({ options }: Chart): { title: string; lines: string[] } {
  const { title, subtitle } = pluginsOf(options);
  return { title: [title?.text ?? []].flat().join(' '), lines: [subtitle?.text ?? []].flat() };
}

/** Has the chart anything to draw? Where too few are counted for a number, its title says so, and an empty frame would say nothing. */
export function hasValues({ data: { datasets } }: Chart): boolean {
  const isValue = (value: unknown): boolean =>
    Array.isArray(value) ? value.some(isValue) : isPoint(value) ? isValue(value.y) : typeof value === 'number';
  return datasets.some(({ data }) => data.some(isValue));
}

/** The chart as a page shows it: as wide as its place, titles as text around it, and tooltips with every value. */
export function onScreen(
  { type, data, options }: Chart,
  fontFamily: string,
): Pick<Chart, 'type' | 'data'> & { options: Options } {
  const plugins = pluginsOf(options);
  const labels = data.labels ?? [];
  const byPlace = data.datasets.some(({ data }) => isPoint(data[0]));
  return {
    type,
    data: { ...data, labels: inLines(labels) },
    options: {
      ...options,
      maintainAspectRatio: false,
      font: { family: fontFamily, size: 11.5 },
      scales: withLevelLabels(options.scales as Scales, labels),
      interaction: byPlace ? { mode: 'nearest', intersect: true } : { mode: 'index', intersect: false },
      plugins: {
        ...plugins,
        title: { display: false },
        subtitle: { display: false },
        legend: {
          ...plugins.legend,
          // What is hidden by a click could not be hidden by a key, and would be missed.
          onClick: () => undefined,
          labels: { ...plugins.legend?.labels, filter: belongsInLegend },
        },
        tooltip: { filter: isTold, callbacks: { title: titleOf, label: valueOf } },
      },
    },
  };
}

/** Labels of several lines are read level, and small enough for that on a tablet. Few are all shown, but for days, which may be skipped. */
function withLevelLabels({ x, ...others }: Scales, labels: Labels): Scales {
  const font = ({ chart }: { chart: { width: number } }) => ({
    size: chart.width < NARROW ? 9.5 : 10.5,
  });
  const areDays = x?.ticks?.autoSkip === true;
  const autoSkip = areDays || labels.length > MOST_SIDE_BY_SIDE;
  const callback = areDays ? dayTick : fitting;
  const ticks = { ...x?.ticks, maxRotation: 0, autoSkip, font, ...((areDays || areLines(labels)) && { callback }) };
  return { ...others, x: { ...x, ticks } };
}

function areLines(labels: Labels): boolean {
  return labels.some(Array.isArray);
}

/** `Mild 21-30` takes two lines, because five bands share half of a screen. */
function inLines(labels: Labels): Labels {
  return labels.map((label) => (Array.isArray(label) ? label.flatMap((line) => line.split(/ (?=\d+-\d+$)/)) : label));
}

function pluginsOf(options: Chart['options']): Plugins {
  return (options.plugins ?? {}) as Plugins;
}

/** The ends of a filled interval are datasets without a name; where nothing was scored there is no value. */
function isTold({ dataset, raw }: TooltipItem<'line'>): boolean {
  return raw !== null && (dataset.label !== '' || Array.isArray(raw));
}

/** The label under the point, with what its axis says of it: `Infusion 3 · n = 60 / 12`, `Q1 2026`. */
function titleOf([first]: TooltipItem<'line'>[]): string {
  if (first === undefined) return '';
  const { chart, dataIndex, label } = first;
  // `label` has the lines with commas between, and numbers have them too.
  const [name = '', ...below] = [(chart.data.labels?.[dataIndex] as string | string[] | undefined) ?? label].flat();
  const [axis = '', counts] = axisTitle(chart, 'x').split(/; | \(/);
  const isYear = (line: string) => counts !== 'n of each line' && /^\d{4}$/.test(line);
  const named = /^\d/.test(name) && /infusion$/i.test(axis) ? `${axis} ${name}` : name;
  const point = [named, ...below.filter(isYear)].join(' ');
  const rest = below.filter((line) => !isYear(line));
  return counts === 'n of each line' ? `${point} · n = ${rest.join(' / ')}` : [point, ...rest].join(' · ');
}

function axisTitle(chart: TooltipItem<'line'>['chart'], axis: 'x' | 'y'): string {
  const scale = chart.options.scales?.[axis] as { title?: { text?: string } } | undefined;
  return scale?.title?.text ?? '';
}

/** `All: 35`, `95 % interval, all: 33.1 to 36.9`, `Response: 40 to 10, 3 courses`; a mark on the axis says why there is no score. */
function valueOf({ chart, dataset, raw }: TooltipItem<'line'>): string {
  const label = dataset.label || '95 % interval';
  const unit = axisTitle(chart, 'y').endsWith('(%)') ? ' %' : '';
  if (Array.isArray(raw)) return `${label}: ${raw.map(shown).join(' to ')}${unit}`;
  if (!isPoint(raw)) return `${label}: ${shown(raw)}${unit}`;
  if (dataset.showLine === false) return label;
  if (raw.count === undefined) return `${label}: ${shown(raw.y)}${unit}`;
  return `${label}: ${shown(raw.x)} to ${shown(raw.y)}, ${counted(raw.count, 'course')}`;
}

function isPoint(value: unknown): value is { x: unknown; y: unknown; count?: number } {
  return typeof value === 'object' && value !== null && 'y' in value;
}

function shown(value: unknown): string {
  return typeof value === 'number' ? showTenths(value) : String(value);
}
