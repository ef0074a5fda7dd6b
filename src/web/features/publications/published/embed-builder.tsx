import { Checkbox, Group, Modal, SegmentedControl, Select, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { CopyText } from '../../../components/copy-text';
import { figureKey } from '../../../../domain/cohort/figures';
import { ANALYSIS_SETS } from '../../../../domain/cohort/sets';
import { HEADLINE_FIGURE, MANDATORY_FIGURES } from '../../../../domain/publication/publishable';
import type { Publication, PublicFigure } from '../publication';
import classes from '../publications.module.css';
import { EMBED_KINDS, embedAddress, embedCode, type EmbedChoice, type EmbedKind } from './embed-code';
import { EmbedPreview } from './embed-preview';

const LAYOUTS = [
  { value: 'headline', label: 'Headline' },
  { value: 'row', label: 'Row of figures' },
  { value: 'full', label: 'Everything' },
];
const COLORS = [
  { value: 'auto', label: 'Automatic' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
];
const KINDS: Readonly<Record<EmbedKind, { label: string; lead: string }>> = {
  script: { label: 'Script', lead: 'Paste it where the figures belong, as often as you like.' },
  'tag-manager': {
    label: 'Tag manager',
    lead: 'For tools that drop data-... from a script. Add &target=%23ID for a place.',
  },
  frame: { label: 'Frame', lead: 'For sites that keep scripts of others in a frame; the second line fits its height.' },
};

/** Chooses what an embed shows, shows how it looks, and gives the line to paste. */
export function EmbedBuilder({ publication, onClose }: { publication: Publication; onClose: () => void }) {
  const { slug, title, document } = publication;
  const [choice, setChoice] = useState<EmbedChoice>({ layout: 'row', figures: [], colors: 'auto' });
  const [kind, setKind] = useState<EmbedKind>('script');
  const shown = (document?.figures ?? []).filter(({ withheld }) => withheld === null);
  const figures = shown.filter((figure) => !isMandatory(figure));
  const code = embedCode(kind, { origin: window.location.origin, slug, title }, choice);
  return (
    <Modal opened onClose={onClose} title="On a website" size="75rem" closeButtonProps={{ 'aria-label': 'Close' }}>
      <div className={classes.builder}>
        <Stack gap="md">
          <Choice
            label="How much"
            data={LAYOUTS}
            value={choice.layout}
            onChange={(layout) => setChoice({ ...choice, figures: [], layout })}
          />
          {choice.layout === 'headline' ? (
            <SecondFigure
              figures={figures}
              chosen={choice.figures}
              onChange={(some) => setChoice({ ...choice, figures: some })}
            />
          ) : (
            <Figures
              always={shown.filter(isMandatory)}
              figures={figures}
              chosen={choice.figures}
              onChange={(some) => setChoice({ ...choice, figures: some })}
            />
          )}
          <Choice
            label="Colors"
            data={COLORS}
            value={choice.colors}
            onChange={(colors) => setChoice({ ...choice, colors })}
          />
          <Choice
            label="Code"
            data={EMBED_KINDS.map((value) => ({ value, label: KINDS[value].label }))}
            value={kind}
            onChange={setKind}
          />
          <Group justify="space-between" gap="xs" wrap="nowrap" align="start">
            <Text size="sm" c="dimmed">
              {KINDS[kind].lead}
            </Text>
            <CopyText text={code} of="the code" />
          </Group>
          <pre className={classes.code} tabIndex={0} aria-label="The code to paste">
            <code>{code}</code>
          </pre>
        </Stack>
        <EmbedPreview address={embedAddress(slug, choice)} title={`${title}, as embedded`} />
      </div>
    </Modal>
  );
}

interface ChoiceProps<Value extends string> {
  label: string;
  data: { value: string; label: string }[];
  value: Value;
  onChange: (value: Value) => void;
}

function Choice<Value extends string>({ label, data, value, onChange }: ChoiceProps<Value>) {
  return (
    <Stack gap={4}>
      <Text size="sm" fw={600} component="span">
        {label}
      </Text>
      <SegmentedControl
        aria-label={label}
        data={data}
        value={value}
        onChange={(chosen) => onChange(chosen as Value)}
        fullWidth
      />
    </Stack>
  );
}

interface FiguresProps {
  figures: readonly PublicFigure[];
  chosen: string[];
  onChange: (chosen: string[]) => void;
}

const isMandatory = (figure: PublicFigure) => MANDATORY_FIGURES.includes(figureKey(figure));
const labelOf = ({ set, label }: PublicFigure) => `${label} (${ANALYSIS_SETS[set].label.toLowerCase()})`;

function SecondFigure({ figures, chosen, onChange }: FiguresProps) {
  return (
    <Select
      label="Beside the response of all who started"
      placeholder="Nothing"
      clearable
      comboboxProps={{ withinPortal: false }}
      data={figures.map((figure) => ({ value: figureKey(figure), label: labelOf(figure) }))}
      value={chosen[0] ?? null}
      onChange={(value) => onChange(value === null ? [] : [value])}
    />
  );
}

/** None chosen is all of them. */
function Figures({ always, figures, chosen, onChange }: FiguresProps & { always: readonly PublicFigure[] }) {
  const all = figures.map(figureKey);
  const shown = chosen.length === 0 ? all : chosen;
  const change = (next: string[]) => {
    const inOrder = all.filter((key) => next.includes(key));
    if (inOrder.length === all.length) onChange([]);
    else onChange(inOrder.length === 0 ? [HEADLINE_FIGURE] : inOrder);
  };
  return (
    <Checkbox.Group
      label="Figures"
      labelProps={{ fw: 600 }}
      value={[...always.map(figureKey), ...shown]}
      onChange={change}
    >
      <Stack gap={6} mt={4}>
        {always.map((figure) => (
          <Checkbox
            key={figureKey(figure)}
            value={figureKey(figure)}
            label={`${labelOf(figure)}: always shown`}
            disabled
          />
        ))}
        {figures.map((figure) => (
          <Checkbox key={figureKey(figure)} value={figureKey(figure)} label={labelOf(figure)} />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}
