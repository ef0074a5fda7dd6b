/** Long enough for every browser to have begun; it reads the address after the click. */
const BEGUN_AFTER = 10_000;

/** Hands a file to the person, as a download of the browser. */
export function saveFile(fileName: string, file: Blob): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), BEGUN_AFTER);
}
