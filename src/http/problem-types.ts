/** Every kind of problem the API can answer with; the key is the last part of its `type` URI. */
export const problemTypes = {
  malformed: {
    status: 400,
    title: 'The request could not be read',
    meaning: 'The body is not JSON, or the address or a header is not in the form the API takes.',
  },
  'not-signed-in': {
    status: 401,
    title: 'Nobody is signed in',
    meaning:
      'There is no session, or it has ended: sign in and send the request again. Or the token of `Authorization: Bearer` is ' +
      'not taken; the detail says why.',
  },
  'sign-in-refused': {
    status: 401,
    title: 'Nobody was signed in',
    meaning:
      'The same answer for an unknown name, a wrong password and a deactivated account, and for every passkey that is not taken. ' +
      'After single sign-on the detail says what became of it.',
  },
  'second-factor-needed': {
    status: 401,
    title: 'A second factor is needed too',
    meaning:
      'Name and password are right. `factors` says what the person has: send both again with the `code` of the `app`, or a ' +
      'recovery code; with a `passkey` sign in at `POST /v1/session/passkey`; `recovery-code` says that who has no app has some of ' +
      'these. After single sign-on send the `code` alone, to `POST /v1/session/sso/code`.',
  },
  'not-allowed': {
    status: 403,
    title: 'Not allowed for this role',
    meaning: 'Who asks is known, but the role, or the scopes of the token, do not include this.',
  },
  'second-factor-required': {
    status: 403,
    title: 'A second factor has to be set up first',
    meaning:
      'The clinic requires a second factor, and the person has none. Only setting it up and signing out are open.',
  },
  'code-needed-again': {
    status: 403,
    title: 'The second factor is needed again',
    meaning:
      'The second factor was shown 10 minutes ago or more. Send a code to `POST /v1/session/second-factor`, or show a passkey, ' +
      'then send the same request again.',
  },
  'foreign-origin': {
    status: 403,
    title: 'The request came from another site',
    meaning: 'A page of another origin tried to use the session.',
  },
  'foreign-host': {
    status: 421,
    title: 'The request is for another host',
    meaning: 'The header Host names another site than the one of this service.',
  },
  'not-found': {
    status: 404,
    title: 'Not found',
    meaning: 'It does not exist, or not in this clinic.',
  },
  'link-not-valid': {
    status: 404,
    title: 'The link is not valid',
    meaning: 'A one-time link that was used, has expired or was never made.',
  },
  withdrawn: {
    status: 410,
    title: 'Withdrawn',
    meaning: 'These figures were published and have been withdrawn. `reason` says why.',
  },
  conflict: {
    status: 409,
    title: 'It clashes with what is recorded',
    meaning: 'The request is well-formed, but the state of the records does not allow it.',
  },
  'figures-changed': {
    status: 409,
    title: 'The figures are not those that were shown',
    meaning: 'Scores or the draft changed since the preview. Look at it again, then approve what it says now.',
  },
  'would-disclose': {
    status: 409,
    title: 'Something of single patients could be computed',
    meaning:
      'Of these figures alone, or with what the clinic published before, something of 1 to 10 patients could be ' +
      'computed. The detail says which; nobody can override it.',
  },
  'cannot-sign': {
    status: 409,
    title: "The clinic's key can't be used",
    meaning: 'Its file is missing on the server, can be read by others or is another key. Nothing was saved.',
  },
  'stale-version': {
    status: 412,
    title: 'Somebody changed it first',
    meaning: 'If-Match or If-None-Match no longer holds. The current state comes with the answer; nothing was saved.',
  },
  'too-slow': {
    status: 408,
    title: 'The request took too long',
    meaning: 'It did not arrive in time, so the connection was closed. Nothing was saved; send it again.',
  },
  'too-large': { status: 413, title: 'Too large', meaning: 'The body is over the limit.' },
  'unsupported-type': {
    status: 415,
    title: 'This kind of body is not taken here',
    meaning: 'The Content-Type is not one that the route takes.',
  },
  'expectation-failed': {
    status: 417,
    title: 'This expectation is not met here',
    meaning: 'The header Expect asks for something else than 100-continue.',
  },
  'rule-broken': {
    status: 422,
    title: 'Some values need to be corrected',
    meaning: 'All faults at once in `errors`, each with a JSON pointer, a rule and a sentence.',
  },
  'confirmation-needed': {
    status: 422,
    title: 'Please look again',
    meaning:
      'Unusual but possible values, in `warnings`. Send the same with `overrideReason` to save them. `safetyNotice` ' +
      'shows what the unsaved form says at items 14 and 15; with a patient each warning names one who looks the same.',
  },
  'key-reused': {
    status: 422,
    title: 'The Idempotency-Key was used for something else',
    meaning: 'A key belongs to one request; make a new key for a new request.',
  },
  'precondition-missing': {
    status: 428,
    title: 'Say which version you saw',
    meaning: 'Send If-Match with the ETag you were given, or If-None-Match: * to create.',
  },
  'headers-too-large': {
    status: 431,
    title: 'The headers are too large',
    meaning: 'The address and the headers have at most 16 kB together.',
  },
  'too-many': {
    status: 429,
    title: 'Too many tries',
    meaning: 'Wait as long as Retry-After says, in seconds.',
  },
  internal: {
    status: 500,
    title: 'Something went wrong on our side',
    meaning: 'Nothing was saved. Tell support the request id.',
  },
  'not-as-signed': {
    status: 500,
    title: 'Not as it was signed',
    meaning: 'What is stored of a publication was changed after it was signed. It is not shown.',
  },
  unavailable: {
    status: 503,
    title: 'Not available at the moment',
    meaning:
      'The database does not answer, has no room, or the service is about to stop, or the identity provider is silent; the ' +
      'detail says which, and whether something may have been saved. Try again as Retry-After says.',
  },
} as const satisfies Record<string, { status: number; title: string; meaning: string }>;

export type ProblemType = keyof typeof problemTypes;
