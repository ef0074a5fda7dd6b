import { Anchor, Box, Group, Text } from '@mantine/core';
import { lazy, Suspense, useEffect, useRef, type ReactNode, type RefObject } from 'react';
import { Link, useLocation } from 'wouter';
import { AgeWarning } from '../session/age-warning';
import { FreshCodeDialog } from '../session/fresh-code-dialog';
import { useClinicDay } from '../session/clinic-day';
import { IdleWarning } from '../session/idle-warning';
import { useSendingWaiting } from '../entries/outbox/use-outbox';
import { useSession, type Session } from '../session/session';
import { ConnectionNotice } from './connection-notice';
import { OpenedNotice } from './opened-notice';
import { PasswordLinkNotice } from './password-link-notice';
import { PersonMenu } from './person-menu';
import { PatientSearch } from './patient-search';
import { StorageNotice } from './storage-notice';
import { TypedNotice } from './typed-notice';
import { WaitingNotice } from './waiting-notice';
import classes from './shell.module.css';

const BreakGlassNotice = lazy(() => import('./break-glass-notice').catch(() => ({ default: () => null })));

const PUBLIC = [
  { href: '/publications', label: 'Publications' },
  { href: '/claims', label: 'Claim check' },
];
const MANY = 6;

/** The bar above every page: where one is, where one can go, the search, and who is signed in. */
export function Shell({ children }: { children: ReactNode }) {
  const { staff, clinic } = useSession();
  const [location] = useLocation();
  const pages = links(staff.role);
  const nav = useCurrentInSight(location);
  useClinicDay();
  useSendingWaiting();
  return (
    <Box>
      <Anchor href="#main" className={classes.skip}>
        Skip to the page
      </Anchor>
      <header className={classes.bar}>
        <Group gap="md" wrap="nowrap" className={classes.inner}>
          <Text fw={700} className={classes.clinic} title={clinic.name}>
            {clinic.name}
          </Text>
          <nav
            ref={nav}
            aria-label="Pages"
            className={pages.length > MANY ? `${classes.nav} ${classes.many}` : classes.nav}
          >
            {pages.map(({ href, label }) => (
              <Link key={href} href={href} className={classes.link} aria-current={current(location, href)}>
                {label}
              </Link>
            ))}
          </nav>
          <Group gap="xs" wrap="nowrap" className={classes.own}>
            {staff.role !== 'marketing' && <PatientSearch />}
            <PersonMenu />
          </Group>
        </Group>
      </header>
      <ConnectionNotice />
      <StorageNotice />
      <TypedNotice />
      <WaitingNotice />
      <OpenedNotice />
      <PasswordLinkNotice />
      {staff.role === 'director' && (
        <Suspense>
          <BreakGlassNotice />
        </Suspense>
      )}
      {children}
      <FreshCodeDialog />
      <IdleWarning />
      <AgeWarning />
    </Box>
  );
}

function current(location: string, href: string): 'page' | undefined {
  const here = href === '/' ? location === '/' : location === href || location.startsWith(`${href}/`);
  return here ? 'page' : undefined;
}

/** The link of the page that is open is in sight, also where the bar has no room for all. */
function useCurrentInSight(location: string): RefObject<HTMLElement | null> {
  const nav = useRef<HTMLElement>(null);
  useEffect(() => {
    const show = () => {
      const link = nav.current?.querySelector<HTMLElement>('[aria-current]');
      if (nav.current && link) {
        nav.current.scrollLeft =
          link.offsetLeft - nav.current.offsetLeft - (nav.current.clientWidth - link.offsetWidth) / 2;
      }
    };
    const sizes = new ResizeObserver(show);
    if (nav.current) sizes.observe(nav.current);
    return () => sizes.disconnect();
  }, [location]);
  return nav;
}

/** The pages in the bar for a role, in the order of the day. */
function links(role: Session['staff']['role']): { href: string; label: string }[] {
  if (role === 'marketing') return [...PUBLIC, { href: '/account', label: 'Account' }];
  const care = [
    { href: '/', label: 'Today' },
    { href: '/scores', label: 'Scores' },
    { href: '/patients', label: 'Patients' },
  ];
  if (role === 'clinician') return care;
  return [
    ...care,
    { href: '/outcomes', label: 'Outcomes' },
    ...PUBLIC,
    { href: '/import', label: 'Import' },
    { href: '/staff', label: 'Staff' },
    { href: '/settings', label: 'Settings' },
  ];
}
