import { dateInWords } from '../../calendar/date-words.js';
import type { CourseRecord } from '../../course/record/course-record.js';
import { MAX_TOTAL } from '../../cudos/score.js';
import { bandDatasets, roomForWords, severityBandsOption } from '../parts/bands.js';
import type { Chart, ChartDataset, Json } from '../parts/chart.js';
import { categoryAxis, chartOptions, scoreAxis } from '../parts/chart-options.js';
import { courseAxis, narrowingDatasets, narrowingInWords, type CourseAxis } from './course-axis.js';
import { afterSeriesTimeline, seriesTimeline, type TimelinePoint } from './course-timeline.js';
import { likeCoursesInWords, middleHalfDatasets, type TrajectoryContext } from './course-middle-half.js';
import { gapDatasets, levelDatasets, scoreDatasets } from './course-trajectory-datasets.js';
import { courseTrajectoryTable, courseTrajectoryText } from './course-trajectory-text.js';
import { COLORS } from '../parts/palette.js';

/** Of a course of years not every day is measured to see how many fit: all of them are as wide. A century took 24 s of the drawing thread. */
const MOST_MEASURED = 200;

/**
 * How did this patient's score move from visit to visit?
 *
 * Input: a course, the title, today's calendar date at the clinic, and where other courses like it were. Output: a Chart.js
 * line chart as plain JSON: totals 0-64 over real days (`courseAxis`), lower is better, on the severity bands, before the middle half of
 * the other courses, with half of the patient's own baseline dashed and remission solid. A visit without
 * a total is a gap with a mark on the axis whose label says why. An empty course gives an empty frame
 * over its planned days; without a baseline above 0 there is no dashed line.
 *
 * @example courseTrajectoryChart(course, { title: 'Chart 17, course 1', today, like: null }).data.datasets[0].label
 * // 'Score at infusion'
 */
export function courseTrajectoryChart(course: CourseRecord, context: TrajectoryContext): Chart {
  const series = seriesTimeline(course, context.today, context.clinicDays);
  const after = afterSeriesTimeline(course);
  const axis = courseAxis(course, series, after);
  const { days } = axis;
  const first = days[0] ?? course.startedOn;
  const last = days.at(-1) ?? course.startedOn;
  return {
    type: 'line',
    data: {
      labels: days.map(dateInWords),
      datasets: [
        ...scoreDatasets(series, after),
        ...gapDatasets([...series, ...after]),
        ...levelDatasets(course, first, last),
        ...middleHalfDatasets(series, context.like),
        ...narrowingDatasets(axis),
        ...bandDatasets(first, last),
      ].map(withDaysInWords),
    },
    options: optionsOf(context, axis, [...series, ...after]),
    textAlternative: courseTrajectoryText(course, context),
    table: courseTrajectoryTable(course, context),
  };
}

/** Each point at its day as it is written under the chart. */
function withDaysInWords(dataset: ChartDataset): ChartDataset {
  const points = dataset.data as { x: string }[];
  return { ...dataset, data: points.map((point) => ({ ...point, x: dateInWords(point.x) })) };
}

/** Longer than this without a narrower part, months are read more easily than days. */
const LONG = 62;

/** Under the series its visits, under a narrower or long axis the months. */
function ticksOf({ days, narrow }: CourseAxis, visits: readonly TimelinePoint[]): { [option: string]: Json } {
  const places = visits.map(({ day }) => days.indexOf(day)).toSorted((a, b) => a - b);
  if (narrow === null && days.length > LONG) return { visits: places.slice(0, 1), monthsFrom: 0 };
  const monthsFrom = narrow === null ? null : days.indexOf(narrow.from);
  return { visits: places.filter((place) => place < (monthsFrom ?? Infinity)), monthsFrom };
}

function optionsOf(
  { title, like }: TrajectoryContext,
  axis: CourseAxis,
  visits: readonly TimelinePoint[],
): Chart['options'] {
  const x = categoryAxis('Date');
  const scales = {
    x: {
      ...x,
      offset: false,
      ticks: { color: COLORS.muted, maxRotation: 0, autoSkip: true, autoSkipPadding: 6, sampleSize: MOST_MEASURED },
    },
    y: { ...scoreAxis(`CUDOS total (0-${MAX_TOTAL}, lower is better)`), grid: { display: false } },
    yWords: roomForWords(),
  };
  const { plugins, ...options } = chartOptions(title, [...likeCoursesInWords(like), ...narrowingInWords(axis)], scales);
  const severityBands = severityBandsOption({ fill: false, beside: true });
  return {
    ...options,
    maintainAspectRatio: false,
    plugins: { ...plugins, severityBands, dayTicks: ticksOf(axis, visits) },
  };
}
