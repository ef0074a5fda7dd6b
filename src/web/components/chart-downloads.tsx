import { Group } from '@mantine/core';
import { DownloadLink, fileAddress, type useDownload } from './download';

const FORMATS = ['png', 'svg', 'csv', 'xlsx'] as const;

interface Props {
  title: string;
  href: string;
  download: ReturnType<typeof useDownload>;
}

/** What a chart can be taken away as, on the chart itself. */
export function ChartDownloads({ title, href, download }: Props) {
  const [path = href, query] = href.split('?');
  const addresses = [
    ...FORMATS.map((format) => ({ format, address: fileAddress(path, format, query) })),
    { format: 'json', address: href },
  ];
  return (
    <Group gap={4} role="group" aria-label={`Download ${title}`}>
      {addresses.map(({ format, address }) => (
        <DownloadLink
          key={format}
          download={download}
          href={address}
          fileName={`${path.split('/').at(-1) ?? 'chart'}.${format}`}
          size="compact-sm"
          aria-label={`Download ${title} as ${format.toUpperCase()}`}
        >
          {format.toUpperCase()}
        </DownloadLink>
      ))}
    </Group>
  );
}
