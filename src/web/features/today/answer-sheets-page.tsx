import { Button, Group, SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { ITEMS, MAX_ANSWER } from '../../../domain/cudos/items';
import { MAX_TOTAL } from '../../../domain/cudos/score';
import { coursesUnderWayQuery } from '../../api/courses-under-way';
import { together } from '../../api/together';
import { useInAddress } from '../../components/in-address';
import { Loaded } from '../../components/loaded';
import { usePageTitle } from '../../components/page';
import { useSession } from '../../session/session';
import type { Course } from '../../entries/entry';
import classes from './answer-sheet.module.css';
import { linesOf, type Line } from './lines';
import { afterSeriesQuery } from './today-queries';
import { isTreatedBy, useWhoTreats } from './who-treats';
import { dateInWords } from '../../../domain/calendar/date-words';

const ANSWERS = Array.from({ length: MAX_ANSWER + 1 }, (_, answer) => answer);

/** Sheets of paper to answer the questionnaire on: one for each visit that is due today, or one for anybody. */
export default function AnswerSheetsPage() {
  usePageTitle('Answer sheets');
  const { today } = useSession().clinic;
  const who = useWhoTreats();
  const courses = useQuery(coursesUnderWayQuery);
  const ended = useQuery(afterSeriesQuery);
  const [whose, choose] = useInAddress('for');
  const blank = whose === 'anybody';
  return (
    <main id="main" tabIndex={-1} className={classes.page}>
      <Group className={classes.tools} justify="space-between">
        <Button component={Link} href={who === null ? '/' : `/?clinician=${who}`} variant="default">
          Back to Today
        </Button>
        <SegmentedControl
          aria-label="Whose sheets"
          data={[
            { value: '', label: 'Due today' },
            { value: 'anybody', label: 'One for anybody' },
          ]}
          value={blank ? whose : ''}
          onChange={choose}
        />
        <Button onClick={() => window.print()}>Print</Button>
      </Group>
      {blank ? (
        <AnswerSheet line={null} />
      ) : (
        <Loaded query={together(courses, ended)} height={900}>
          {([underWay, over]) => {
            const isOurs = (course: Course) => isTreatedBy(who, course);
            const { due } = linesOf(underWay.filter(isOurs), today, over.filter(isOurs));
            if (due.length === 0) return <p className={classes.none}>Nothing is due today.</p>;
            return due.map((line) => <AnswerSheet key={`${line.courseId} ${line.slot}`} line={line} />);
          }}
        </Loaded>
      )}
    </main>
  );
}

/** One sheet: whose it is, and a row of answers for each item by its number. The wording is copyrighted, and not on it. */
function AnswerSheet({ line }: { line: Line | null }) {
  const { clinic } = useSession();
  return (
    <article className={classes.sheet} aria-label={line ? `Sheet of ${line.chartNumber}` : 'Sheet for anybody'}>
      <header className={classes.head}>
        <h1>CUDOS answer sheet</h1>
        <p>{clinic.name}</p>
      </header>
      <dl className={classes.whose}>
        <Field name="Chart number" value={line?.chartNumber} />
        <Field name="Visit" value={line?.label} />
        <Field name="Date" value={line ? dateInWords(clinic.today) : undefined} />
      </dl>
      <p>For each item of the questionnaire mark one number beside its number.</p>
      <table className={classes.answers}>
        <thead>
          <tr>
            <th scope="col">Item</th>
            <th scope="col" colSpan={ANSWERS.length}>
              Answer
            </th>
          </tr>
        </thead>
        <tbody>
          {ITEMS.map(({ number }) => (
            <tr key={number}>
              <th scope="row">{number}</th>
              {ANSWERS.map((answer) => (
                <td key={answer}>
                  <span className={classes.mark}>{answer}</span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <dl className={classes.whose}>
        <Field name={`For the clinic: sum of items 1 to ${ITEMS_IN_TOTAL}, 0 to ${MAX_TOTAL}`} />
        <Field name={`Items ${SAFETY_ITEMS} looked at by`} />
      </dl>
    </article>
  );
}

const ITEMS_IN_TOTAL = ITEMS.filter(({ inTotal }) => inTotal).length;
const SAFETY_ITEMS = ITEMS.filter(({ safety }) => safety)
  .map(({ number }) => number)
  .join(' and ');

/** What is known, else a line to write on. */
function Field({ name, value }: { name: string; value?: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value ?? '\u00a0'}</dd>
    </div>
  );
}
