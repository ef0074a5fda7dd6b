import { Group, Text } from '@mantine/core';
import { baselineOf } from '../../../domain/course/judgement/baseline';
import { sixScoresOf, totalAt, type CourseRecord } from '../../../domain/course/record/course-record';
import { currentScoreOf } from '../../../domain/course/judgement/current-score';
import { percentReductionOf, reductionOf } from '../../../domain/course/judgement/reduction';
import type { SlotName } from '../../../domain/course/record/slots';
import { MAX_TOTAL } from '../../../domain/cudos/score';
import { counted, inWords } from '../../../domain/numbers/words';
import { severityOf } from '../../../domain/cudos/severity';

/** A total, its band, and how far it is from the baseline and from the score before. */
export function TotalWords({ course, slot }: { course: CourseRecord; slot: SlotName }) {
  const total = totalAt(course, slot);
  if (total === null) return null;
  const latest = currentScoreOf(course);
  const sinceLast = latest?.slot === slot ? latest.reductionSinceLast : null;
  return (
    <>
      <Group gap="xs" align="baseline" mt="xs">
        <Text fz={40} lh={1.1} fw={700}>
          {total}
        </Text>
        <Text c="dimmed">of {MAX_TOTAL}</Text>
        <Text fw={600}>{severityOf(total).label}</Text>
      </Group>
      <Text size="sm">{sinceBaseline(course, slot, total)}</Text>
      {sinceLast !== null && <Text size="sm">{compared(sinceLast, 'the score before', null)}</Text>}
    </>
  );
}

function sinceBaseline(course: CourseRecord, slot: SlotName, total: number): string {
  if (slot === 'infusion-1') return 'This is the baseline.';
  const baseline = baselineOf(sixScoresOf(course));
  if (baseline === null) return 'There is no baseline to compare with.';
  const percent = percentReductionOf(baseline, total);
  return compared(reductionOf(baseline, total), `the baseline, ${baseline}`, percent);
}

function compared(reduction: number, than: string, percent: number | null): string {
  if (reduction === 0) return `The same as ${than}.`;
  const points = Math.abs(reduction);
  const share = percent === null ? '' : ` (${inWords(Math.abs(percent), 0)} %)`;
  const way = reduction < 0 ? 'higher' : 'lower';
  return `${counted(points, 'point')}${share} ${way} than ${than}.`;
}
