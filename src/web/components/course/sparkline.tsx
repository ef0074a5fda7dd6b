import { responseCutOff } from '../../../domain/course/judgement/response';
import { MAX_TOTAL } from '../../../domain/cudos/score';
import classes from './sparkline.module.css';

const WIDTH = 104;
const HEIGHT = 36;
const MARGIN = 4;

interface Point {
  x: number;
  y: number;
}

/** The totals at the six infusions as a small line on the axis of all totals; where one is missing the line is broken. */
export function Sparkline({ scores }: { scores: readonly (number | null)[] }) {
  const points = scores.map((total, at) => (total === null ? null : pointAt(at, total, scores.length)));
  const known = points.filter((point) => point !== null);
  const half = responseCutOff(scores[0] ?? 0);
  return (
    <svg
      className={classes.line}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      width={WIDTH}
      height={HEIGHT}
      role="img"
      aria-label={known.length === 0 ? 'No score' : `Scores by infusion: ${inWords(scores)}`}
    >
      {half !== null && <line x1={0} x2={WIDTH} y1={heightOf(half)} y2={heightOf(half)} className={classes.half} />}
      {pathsOf(points).map((path) => (
        <path key={path} d={path} />
      ))}
      {known.map(({ x, y }, at) => (
        <circle key={x} cx={x} cy={y} r={at === known.length - 1 ? 3 : 1.5} />
      ))}
    </svg>
  );
}

function pointAt(at: number, total: number, visits: number): Point {
  return { x: MARGIN + (at * (WIDTH - 2 * MARGIN)) / (visits - 1), y: heightOf(total) };
}

/** Down is better. */
function heightOf(total: number): number {
  return HEIGHT - MARGIN - (total * (HEIGHT - 2 * MARGIN)) / MAX_TOTAL;
}

/** A line for every two visits in a row that both have a total. */
function pathsOf(points: readonly (Point | null)[]): string[] {
  return points.flatMap((point, at) => {
    const next = points[at + 1];
    return point && next ? [`M${point.x} ${point.y}L${next.x} ${next.y}`] : [];
  });
}

/** `40, none, 28`: up to the last that is known. */
function inWords(scores: readonly (number | null)[]): string {
  const last = scores.findLastIndex((total) => total !== null);
  return scores
    .slice(0, last + 1)
    .map((total) => total ?? 'none')
    .join(', ');
}
