import { Group } from '@mantine/core';
import { DownloadLink, type useDownload } from './download';

const FORMATS = ['png', 'svg', 'csv', 'xlsx'] as const;

/** CSV begins with the mark by which Excel knows UTF-8. */
function searchOf(query: string | undefined, format: (typeof FORMATS)[number]): string {
  const parts = [query, format === 'csv' ? 'bom=true' : undefined].filter((part) => part !== undefined && part !== '');
  return parts.length === 0 ? '' : `?${parts.join('&')}`;
}

interface Props {
  title: string;
  href: string;
  download: ReturnType<typeof useDownload>;
}

/** What a chart can be taken away as, on the chart itself. */
export function ChartDownloads({ title, href, download }: Props) {
  const [path, query] = href.split('?');
  const addresses = [
    ...FORMATS.map((format) => ({ format, address: `${path}.${format}${searchOf(query, format)}` })),
    { format: 'json', address: href },
  ];
  return (
    <Group gap={4} role="group" aria-label={`Download ${title}`}>
      {addresses.map(({ format, address }) => (
        <DownloadLink
          key={format}
          download={download}
          href={address}
          fileName={`${path?.split('/').at(-1) ?? 'chart'}.${format}`}
          size="compact-sm"
          aria-label={`Download ${title} as ${format.toUpperCase()}`}
        >
          {format.toUpperCase()}
        </DownloadLink>
      ))}
    </Group>
  );
}
