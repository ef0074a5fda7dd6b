import { Alert, Anchor, Text } from '@mantine/core';
import { useEffect, useEffectEvent, useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { Schemas } from '../api/client';
import { slotWords } from '../components/course-words';
import { useOutbox } from '../entries/outbox/use-outbox';

type Notice = Schemas['SafetyNoticeResponse'];

/** Where a form waited for the network and opened a safety notice when it was saved: said at once, on whatever page the person is by then. */
export function OpenedNotice() {
  const [location] = useLocation();
  const outbox = useOutbox();
  const [notices, setNotices] = useState<readonly Notice[]>([]);
  const take = useEffectEvent((notice: Notice | null | undefined) => {
    const isShown = ['/', '/scores', notice && `/courses/${notice.courseId}/form/${notice.slot}`].includes(location);
    if (notice && notice.acknowledgedAt === null && !isShown) setNotices((before) => [...before, notice]);
  });
  useEffect(() => outbox.listen({ onSaved: (_at, _recorded, answer) => take(answer?.safetyNotice) }), [outbox]);
  // Today has them all.
  if (location === '/' && notices.length > 0) setNotices([]);
  if (notices.length === 0) return null;
  return (
    <Alert color="orange" radius={0} title="Safety notice: look at this now" role="alert">
      {notices.map((notice) => (
        <Text key={notice.id} size="sm">
          {notice.chartNumber}, {slotWords(notice.slot)}: the form is saved.{' '}
          <Anchor component={Link} href="/" inherit underline="always">
            Look and acknowledge
          </Anchor>
        </Text>
      ))}
    </Alert>
  );
}
