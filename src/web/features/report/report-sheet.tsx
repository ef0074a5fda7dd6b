import type { ReactNode } from 'react';
import type { Schemas } from '../../api/client';
import { showInstant } from '../../components/dates';
import { courseWords, indicationWords, patientWords, statusWords } from '../../components/course-words';
import { useSession } from '../../session/session';
import { Definitions } from './definitions';
import { EndpointRows } from './endpoint-rows';
import { outcomeSentences } from './outcome-sentences';
import { ScoreTable } from './score-table';
import classes from './report.module.css';

interface Props {
  patient: Schemas['PatientResponse'];
  course: Schemas['CourseDetailResponse'];
  outcome: Schemas['CourseOutcomeResponse'];
  /** The trajectory. */
  children: ReactNode;
}

/** The patient and the date, what the course achieved, its scores, and how they are counted. */
export function ReportSheet({ patient, course, outcome, children }: Props) {
  return (
    <article className={classes.sheet}>
      <Head patient={patient} course={course} outcome={outcome} />
      <section>
        <h2>Outcome</h2>
        <ul className={classes.sentences}>
          {outcomeSentences(outcome).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
        <EndpointRows outcome={outcome} />
      </section>
      <section className={classes.trajectory}>
        <h2>Scores over time</h2>
        {children}
      </section>
      <section>
        <h2>Scores</h2>
        <ScoreTable course={course} />
      </section>
      <Definitions course={course} outcome={outcome} />
    </article>
  );
}

function Head({ patient, course, outcome }: Omit<Props, 'children'>) {
  const { clinic } = useSession();
  return (
    <header className={classes.head}>
      <div>
        <h1>Chart {patient.chartNumber}</h1>
        <p>{patientWords(patient)}</p>
        <p>
          {courseWords(course)}&nbsp;· {indicationWords(course)}&nbsp;· {statusWords(course)}
        </p>
      </div>
      <div className={classes.asOf}>
        <p>
          <strong>{clinic.name}</strong>
        </p>
        <p>CUDOS course report</p>
        <p>
          As of {showInstant(outcome.asOf, clinic.timeZone)}
          <br />
          {clinic.timeZone}
        </p>
      </div>
    </header>
  );
}
