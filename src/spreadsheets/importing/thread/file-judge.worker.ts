import type { MessagePort } from 'node:worker_threads';
import { FileJudge, type JudgeJob } from './file-judge.js';

/** What is asked of the thread; the first is `begin`. */
export type JudgeStep = 'begin' | 'next' | 'judge' | 'report' | 'write';
export interface Asked {
  step: JudgeStep;
  given?: unknown;
}
export type Answered = { answer: unknown } | { error: string };

/** Answers one step after the other until the port is closed. */
export default async function judgeOnThread({ port }: { port: MessagePort }): Promise<void> {
  let judge: FileJudge | null = null;
  const work = ({ step, given }: Asked): unknown => {
    if (step === 'begin') judge = new FileJudge(given as JudgeJob);
    else if (step === 'judge') return judge?.judge(given as Parameters<FileJudge['judge']>[0]);
    else return judge?.[step]();
  };
  port.on('message', (asked: Asked) => port.postMessage(answered(() => work(asked))));
  await new Promise((resolve) => port.once('close', resolve));
}

function answered(work: () => unknown): Answered {
  try {
    return { answer: work() };
  } catch (error) {
    return { error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
