import { Group } from '@mantine/core';
import { DownloadLink, useDownload } from '../../components/download';
import { ProblemNotice } from '../../components/problem-notice';
import type { Asked } from './cohort-search';

const FORMATS = { csv: 'CSV', xlsx: 'Excel' } as const;

/** All courses of the list as a file, in the order of the list. */
export function CoursesFiles({ asked }: { asked: Asked }) {
  const download = useDownload();
  return (
    <>
      <Group gap="xs" role="group" aria-label="Download all of these courses">
        {(['csv', 'xlsx'] as const).map((format) => (
          <DownloadLink
            key={format}
            download={download}
            // Excel knows UTF-8 by the mark.
            href={addressOfFile(format, format === 'csv' ? { ...asked, bom: 'true' } : asked)}
            fileName={`courses.${format}`}
          >
            {FORMATS[format]}
          </DownloadLink>
        ))}
      </Group>
      {download.error && <ProblemNotice error={download.error} />}
    </>
  );
}

function addressOfFile(format: keyof typeof FORMATS, asked: Asked): string {
  return `/v1/cohorts/courses.${format}?${new URLSearchParams(asked).toString()}`;
}
