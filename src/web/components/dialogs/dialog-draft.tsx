import { createContext, useContext, useState, type ReactNode } from 'react';
import { useDrafts } from '../drafts';

/** What was typed into a dialog by the names of its fields, and the version that was seen while it was typed. */
interface Typed {
  seen: number | null;
  fields: Record<string, string>;
}

interface DialogDraft {
  /** What was typed before the dialog was opened; null where nothing was. */
  before: Typed | null;
  keep: (form: FormData) => void;
}

const Draft = createContext<DialogDraft>({ before: null, keep: () => {} });

/** Which draft a dialog keeps, and the version that its person sees. */
export interface Kept {
  draft: string;
  seen: number | null;
}

/** Keeps what is typed into the dialog around these fields until it is closed. */
export function KeepsDraft({ kept, children }: { kept: Kept; children: ReactNode }) {
  const drafts = useDrafts();
  const { draft, seen } = kept;
  const [before] = useState(() => drafts.read<Typed>(draft));
  const [seenFirst] = useState(before ? before.seen : seen);
  const keep = (form: FormData) => drafts.keep(draft, { seen: seenFirst, fields: textsOf(form) });
  return <Draft value={{ before, keep }}>{children}</Draft>;
}

export function useDialogDraft(): DialogDraft {
  return useContext(Draft);
}

/** What was typed into a field before, else what it begins with. */
export function useTyped(): (name: string, otherwise: string) => string {
  const { before } = useContext(Draft);
  return (name, otherwise) => before?.fields[name] ?? otherwise;
}

/** Which dialog of a page is open, by a name; one that was left with something typed is open again. */
export function useOpenDialog(of: string) {
  const drafts = useDrafts();
  const start = `${of} `;
  const [open, setOpen] = useState(() => drafts.all(start).map(([key]) => key.slice(start.length))[0] ?? null);
  const close = () => {
    if (open !== null) drafts.drop(start + open);
    setOpen(null);
  };
  return { open, show: setOpen, close };
}

function textsOf(form: FormData): Record<string, string> {
  return Object.fromEntries([...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}
