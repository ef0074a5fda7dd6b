import { Button, Group, Menu } from '@mantine/core';
import { Link, useLocation } from 'wouter';
import { isMovable } from './movable-visit';
import { actionAt, type VisitAction } from './visit-action';
import type { Visit } from '../../../entries/visits';

interface Props {
  courseId: string;
  visit: Visit;
  onAction: (action: VisitAction) => void;
  onMove: (visit: Visit) => void;
}

/** The usual thing to do at a visit as a button, the others in a menu beside it. */
export function VisitActions({ courseId, visit, onAction, onMove }: Props) {
  const [, go] = useLocation();
  const { slot, label, recorded } = visit;
  const isOpen = visit.state === 'due' || visit.state === 'unresolved';
  const form = `/courses/${courseId}/form/${slot}`;
  const begin = (kind: VisitAction['kind']) => onAction(actionAt(visit, kind));
  const hasEntry = recorded !== null && recorded.state !== 'entered-in-error';
  return (
    <Group gap={6} wrap="nowrap">
      {recorded?.answers ? (
        <Button
          component={Link}
          href={form}
          variant="default"
          size="compact-sm"
          aria-label={`Amend the form of ${label}`}
        >
          Amend the form
        </Button>
      ) : (
        <Button
          variant={hasEntry ? 'default' : 'light'}
          size="compact-sm"
          aria-label={`${hasEntry ? 'Amend' : 'Score'} ${label}`}
          onClick={() => begin('score')}
        >
          {hasEntry ? 'Amend' : 'Score'}
        </Button>
      )}
      <Menu position="bottom-end" width={220}>
        <Menu.Target>
          <Button variant="subtle" size="compact-sm" aria-label={`More for ${label}`}>
            More
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {!recorded?.answers && <Menu.Item onClick={() => go(form)}>Fill in the form</Menu.Item>}
          <Menu.Item onClick={() => begin('missed')}>Was missed …</Menu.Item>
          {isOpen && isMovable(slot) && <Menu.Item onClick={() => onMove(visit)}>Move the planned day …</Menu.Item>}
          {hasEntry && <Menu.Item onClick={() => begin('take-back')}>Take it back …</Menu.Item>}
        </Menu.Dropdown>
      </Menu>
    </Group>
  );
}
