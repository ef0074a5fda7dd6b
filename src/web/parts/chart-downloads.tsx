import { Button, Group } from '@mantine/core';

const FORMATS = ['png', 'svg', 'csv'] as const;

/** What a chart can be taken away as, on the chart itself. */
export function ChartDownloads({ title, href }: { title: string; href: string }) {
  const [path, query] = href.split('?');
  const search = query ? `?${query}` : '';
  const addresses = [
    ...FORMATS.map((format) => ({ format, href: `${path}.${format}${search}` })),
    { format: 'json', href },
  ];
  return (
    <Group gap={4} role="group" aria-label={`Download ${title}`}>
      {addresses.map(({ format, href: address }) => (
        <Button
          key={format}
          component="a"
          href={address}
          download={`${path?.split('/').at(-1) ?? 'chart'}.${format}`}
          variant="default"
          size="compact-sm"
          aria-label={`Download ${title} as ${format.toUpperCase()}`}
        >
          {format.toUpperCase()}
        </Button>
      ))}
    </Group>
  );
}
