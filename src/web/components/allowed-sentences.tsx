import { Group, Paper, Stack, Text } from '@mantine/core';
import type { AllowedSentence } from '../../domain/publication/allowed-sentence';
import { FOOTNOTE_MARK } from '../../domain/claims/short-sentences';
import { CopyText } from './copy-text';

interface Props {
  sentences: readonly AllowedSentence[];
  footnote: string;
  /** Only of what is public: a draft's sentences aren't to be used yet. */
  copied: boolean;
}

/**
 * The wordings that the figures allow, each to be used word for word, with the footnote that belongs under them; some in one
 * line too, whose footnote is the whole sentence.
 */
export function AllowedSentences({ sentences, footnote, copied }: Props) {
  return (
    <Stack gap="xs">
      {sentences.length === 0 && <Text c="dimmed">Too much is withheld: what is left supports no sentence.</Text>}
      {sentences.map(({ text, short }, at) => (
        <Stack key={text} gap={4}>
          {short !== undefined && (
            <Sentence
              text={short}
              copy={`${short}\n\n${FOOTNOTE_MARK} ${text} ${footnote}`}
              of={`line ${at + 1} with its footnote`}
              copied={copied}
            />
          )}
          <Sentence text={text} of={`sentence ${at + 1}`} copied={copied} small={short !== undefined} />
        </Stack>
      ))}
      <Text fw={600} size="sm" mt="xs">
        Footnote, wherever you use one of them
      </Text>
      <Sentence text={footnote} of="the footnote" copied={copied} small />
    </Stack>
  );
}

interface SentenceProps {
  text: string;
  /** What is copied, where that is more. */
  copy?: string;
  of: string;
  copied: boolean;
  small?: boolean;
}

function Sentence({ text, copy = text, of, copied, small = false }: SentenceProps) {
  return (
    <Paper withBorder p="sm" radius="sm">
      <Group gap="sm" wrap="nowrap" align="flex-start" justify="space-between">
        <Text size={small ? 'sm' : 'md'}>{text}</Text>
        {copied && <CopyText text={copy} of={of} />}
      </Group>
    </Paper>
  );
}
