/** What a function that runs in a page sees there; the tests themselves have no such things. */
declare const document: { querySelector(selector: 'iframe'): { clientHeight: number; clientWidth: number } | null };
declare const navigator: { serviceWorker: { getRegistration(): Promise<{ waiting: object | null } | undefined> } };
declare const caches: { keys(): Promise<string[]> };
declare const getComputedStyle: (one: object) => { backgroundColor: string; fontWeight: string };

interface Picture {
  decode(): Promise<void>;
  currentSrc: string;
  naturalWidth: number;
}

interface Box {
  clientHeight: number;
  ownerDocument: { documentElement: { offsetHeight: number } };
}

/** For `locator.evaluate`: the address of the picture that is shown, and its own width, once it is there. */
export const pictureShown = async (picture: Picture) => {
  await picture.decode();
  return { address: picture.currentSrc, width: picture.naturalWidth };
};

export const groundOf = (one: object) => getComputedStyle(one).backgroundColor;

/** How wide for its height a canvas was drawn, and how it is shown. */
export const shapesOf = (one: { width: number; height: number; clientWidth: number; clientHeight: number }) => [
  one.width / one.height,
  one.clientWidth / one.clientHeight,
];

export const weightOf = (one: object) => getComputedStyle(one).fontWeight;

export const heightOf = (one: Box) => one.clientHeight;

export const documentHeightOf = (one: Box) => one.ownerDocument.documentElement.offsetHeight;

/*
 * For `page.waitForFunction`, which takes a function and not a text: a text is evaluated again at each look, and that the pages' policy
 * forbids.
 */

export const isFrameHigher = (pixels: number) => (document.querySelector('iframe')?.clientHeight ?? 0) > pixels;

export const isFrameAtMost = (pixels: number) => (document.querySelector('iframe')?.clientWidth ?? Infinity) <= pixels;

export const isBuildWaiting = async () => Boolean((await navigator.serviceWorker.getRegistration())?.waiting);

export const isOnlyCache = async (name: string) => (await caches.keys()).join() === name;
