/** A database that this version of the service can't work with; the message is one clear sentence. */
export class DatabaseNotUsable extends Error {}
