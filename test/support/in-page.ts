/** What a function that runs in a page sees there; the tests themselves have no such things. */
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

export const weightOf = (one: object) => getComputedStyle(one).fontWeight;

export const heightOf = (one: Box) => one.clientHeight;

export const documentHeightOf = (one: Box) => one.ownerDocument.documentElement.offsetHeight;
