/** What was answered to a request. */
export interface Answer {
  status: number;
  headers: Record<string, string | undefined>;
  body: unknown;
  text: string;
}

/** Sends a request of supertest and takes its body as unknown instead of `any`. */
export async function answer(sent: PromiseLike<Answer>): Promise<Answer> {
  return sent;
}
