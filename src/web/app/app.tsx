import { lazy, Suspense, type ReactNode } from 'react';
import { Route, Switch } from 'wouter';
import { SessionGate } from '../session/session-gate';
import { SignedInPages } from './pages';

const SetupPage = lazy(() => import('../features/start/setup-page'));
const SingleSignOnPage = lazy(() => import('../features/start/single-sign-on-page'));
const PasswordPage = lazy(() => import('../features/start/password-page'));

/** One-time links open without a session; every other page belongs to somebody who is signed in. */
export function App() {
  return (
    <Switch>
      <Route path="/setup">
        <Start page={<SetupPage />} />
      </Route>
      <Route path="/invitation">
        <Start page={<PasswordPage purpose="invitation" />} />
      </Route>
      <Route path="/password-reset">
        <Start page={<PasswordPage purpose="password-reset" />} />
      </Route>
      <Route path="/single-sign-on">
        <Start page={<SingleSignOnPage />} />
      </Route>
      <Route>
        <SessionGate>
          <SignedInPages />
        </SessionGate>
      </Route>
    </Switch>
  );
}

function Start({ page }: { page: ReactNode }) {
  return (
    <>
      <Suspense>{page}</Suspense>
      <div id="overlays" />
    </>
  );
}
