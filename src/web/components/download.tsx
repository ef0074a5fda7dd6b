import { Button, type ButtonProps } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, type MouseEvent } from 'react';
import { fileAt } from '../api/client';
import { ApiProblem } from '../api/problem';
import { usePerson } from './person';
import { saveFile } from './save-file';

interface Wanted {
  href: string;
  /** Where the service gives the file no name. */
  fileName: string;
}

/** Where a file of a route is, with what is asked of it; CSV begins with the mark by which Excel knows UTF-8. */
export function fileAddress(path: string, format: string, asked = ''): string {
  const search = [asked, format === 'csv' ? 'bom=true' : ''].filter((part) => part !== '').join('&');
  return `${path}.${format}${search === '' ? '' : `?${search}`}`;
}

/** Takes files of the service away. Where the session has ended the file comes once the person has signed in again. */
export function useDownload(onTaken: () => unknown = () => {}) {
  const { signedOut } = usePerson();
  const refused = useRef<Wanted | null>(null);
  const download = useMutation({
    mutationFn: async ({ href, fileName }: Wanted) => {
      const { file, name } = await fileAt(href);
      saveFile(name ?? fileName, file);
    },
    onSuccess: onTaken,
    onError: (error, wanted) => {
      if (error instanceof ApiProblem && error.status === 401) refused.current = wanted;
    },
  });
  const { mutate } = download;
  useEffect(() => {
    const wanted = refused.current;
    if (signedOut || !wanted) return;
    refused.current = null;
    mutate(wanted);
  }, [signedOut, mutate]);
  return download;
}

interface Props extends Wanted, ButtonProps {
  download: ReturnType<typeof useDownload>;
}

/** A link to a file, which can be copied; a click fetches the file, so that a failure is said on the page. */
export function DownloadLink({ download, href, fileName, ...button }: Props) {
  const take = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    download.mutate({ href, fileName });
  };
  return (
    <Button
      component="a"
      variant="default"
      href={href}
      download={fileName}
      onClick={take}
      loading={download.isPending && download.variables.href === href}
      {...button}
    />
  );
}
