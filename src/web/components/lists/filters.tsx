import { Button, VisuallyHidden } from '@mantine/core';
import { useId, useRef, useState, type ReactNode } from 'react';
import classes from './filters.module.css';

/** How a list differs from what it shows by itself. */
export interface ActiveFilter {
  /** `State: stopped`. */
  words: string;
  clear: () => void;
}

interface Props {
  active: readonly ActiveFilter[];
  /** Is something wrong with a field, so that it has to be in sight? */
  faulty?: boolean;
  /** The fields. */
  children: ReactNode;
}

/** What a list shows and in which order: fields in a row; on a phone a button with how many are in use, and each of these to take out. */
export function Filters({ active, faulty = false, children }: Props) {
  const [wanted, setWanted] = useState(false);
  const opened = wanted || faulty;
  const button = useRef<HTMLButtonElement>(null);
  const fields = useId();
  return (
    <div role="group" aria-label="Filters" className={classes.filters}>
      <div className={classes.folding}>
        <Button
          ref={button}
          variant="default"
          px="sm"
          aria-expanded={opened}
          aria-controls={fields}
          onClick={() => setWanted(!wanted)}
        >
          {active.length === 0 ? 'Filter' : `Filter (${active.length})`}
        </Button>
        {active.map(({ words, clear }) => (
          <Button
            key={words}
            variant="light"
            px="xs"
            rightSection={<span aria-hidden>×</span>}
            onClick={() => {
              clear();
              button.current?.focus();
            }}
          >
            <VisuallyHidden>Take out </VisuallyHidden>
            {words}
          </Button>
        ))}
      </div>
      <div id={fields} className={opened ? classes.fields : `${classes.fields} ${classes.folded}`}>
        {children}
      </div>
    </div>
  );
}
