export const PASSWORD_SHORT = {
  message: 'A password has at least 12 characters; a sentence is a good one.',
};
export const PASSWORD_LONG = { message: 'A password has at most 200 characters.' };
