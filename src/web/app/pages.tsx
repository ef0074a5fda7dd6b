import { lazy, Suspense, type ComponentType } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import { Center, Loader } from '@mantine/core';
import { useSession, type Session } from '../session/session';
import TodayPage from '../features/today/today-page';
import { NotFoundPage } from '../components/not-found-page';
import { ShownPlace, useShownPlace } from '../components/shown-place';
import { PageFailure } from './page-failure';
import { Shell } from './shell';

type Role = Session['staff']['role'];

/** A page of the bar or under it: where it is, who may see it, and what is loaded when it is opened. */
interface PageRoute {
  path: string;
  roles: readonly Role[];
  page: ComponentType;
}

const CARE: readonly Role[] = ['clinician', 'director'];
const DIRECTOR: readonly Role[] = ['director'];
const PUBLIC: readonly Role[] = ['director', 'marketing'];
const EVERYBODY: readonly Role[] = ['clinician', 'director', 'marketing'];

const EnrolmentPage = lazy(() => import('./enrolment-page'));
const ToPublications = () => <Redirect to="/publications" replace />;

const routes: PageRoute[] = [
  { path: '/', roles: CARE, page: TodayPage },
  { path: '/', roles: ['marketing'], page: ToPublications },
  {
    path: '/answer-sheets',
    roles: CARE,
    page: lazy(() => import('../features/today/answer-sheets-page')),
  },
  { path: '/scores', roles: CARE, page: lazy(() => import('../features/scores/scores-page')) },
  {
    path: '/courses/:courseId/form/:slot',
    roles: CARE,
    page: lazy(() => import('../features/item-form/item-form-page')),
  },
  { path: '/patients', roles: CARE, page: lazy(() => import('../features/patients/patients-page')) },
  {
    path: '/patients/:patientId',
    roles: CARE,
    page: lazy(() => import('../features/patients/patient-page')),
  },
  {
    path: '/patients/:patientId/report/:courseId',
    roles: CARE,
    page: lazy(() => import('../features/report/report-page')),
  },
  { path: '/outcomes', roles: DIRECTOR, page: lazy(() => import('../features/outcomes/outcomes-page')) },
  {
    path: '/outcomes/courses',
    roles: DIRECTOR,
    page: lazy(() => import('../features/outcomes/courses-page')),
  },
  {
    path: '/outcomes/differences',
    roles: DIRECTOR,
    page: lazy(() => import('../features/outcomes/differences-page')),
  },
  { path: '/outcomes/marks', roles: DIRECTOR, page: lazy(() => import('../features/outcomes/marks/marks-page')) },
  {
    path: '/outcomes/comparison',
    roles: DIRECTOR,
    page: lazy(() => import('../features/outcomes/comparison-page')),
  },
  {
    path: '/publications',
    roles: PUBLIC,
    page: lazy(() => import('../features/publications/publications-page')),
  },
  {
    path: '/publications/new',
    roles: PUBLIC,
    page: lazy(() => import('../features/publications/drafting/new-draft-page')),
  },
  {
    path: '/publications/groups',
    roles: PUBLIC,
    page: lazy(() => import('../features/publications/groups/groups-page')),
  },
  {
    path: '/publications/:publicationId',
    roles: PUBLIC,
    page: lazy(() => import('../features/publications/publication-page')),
  },
  { path: '/claims', roles: PUBLIC, page: lazy(() => import('../features/claims/claims-page')) },
  { path: '/import', roles: DIRECTOR, page: lazy(() => import('../features/import/import-page')) },
  { path: '/staff', roles: DIRECTOR, page: lazy(() => import('../features/staff/staff-page')) },
  { path: '/settings', roles: DIRECTOR, page: lazy(() => import('../features/settings/settings-page')) },
  { path: '/audit', roles: DIRECTOR, page: lazy(() => import('../features/audit/audit-page')) },
  {
    path: '/settings/tokens',
    roles: DIRECTOR,
    page: lazy(() => import('../features/settings/tokens/tokens-page')),
  },
  { path: '/account', roles: EVERYBODY, page: lazy(() => import('../features/account/account-page')) },
];

/** The pages of somebody who is signed in. */
export function SignedInPages() {
  const { secondFactorMissing } = useSession();
  if (secondFactorMissing) {
    return (
      <Suspense fallback={<Opening />}>
        <EnrolmentPage />
      </Suspense>
    );
  }
  return (
    <Shell>
      <ShownPlace opening={<Opening />}>
        <PageOfPlace />
      </ShownPlace>
    </Shell>
  );
}

/** The page that is where the person is. A page of another role looks like one that does not exist. */
function PageOfPlace() {
  const { role } = useSession().staff;
  const { path: here } = useShownPlace();
  return (
    <PageFailure location={here}>
      {/* A page of its own for each path: nothing of one patient is left in another's. */}
      <Switch key={here}>
        {routes
          .filter(({ roles }) => roles.includes(role))
          .map(({ path, page }) => (
            <Route key={path} path={path} component={page} />
          ))}
        <Route>
          <NotFoundPage />
        </Route>
      </Switch>
    </PageFailure>
  );
}

function Opening() {
  return (
    <Center h="50vh">
      <Loader aria-label="Loading" />
    </Center>
  );
}
