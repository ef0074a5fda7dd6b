import type { Session } from '../session/session';

const PUBLIC = [
  { href: '/publications', label: 'Publications' },
  { href: '/claims', label: 'Claim check' },
];

/** What stands in the bar for a role, in the order of the day. */
export function links(role: Session['staff']['role']): { href: string; label: string }[] {
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
