import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Piscina } from 'piscina';
import type { FileJudge, JudgeJob } from './file-judge.js';
import type { Answered, Asked } from './file-judge.worker.js';
import { THREAD_MEGABYTES, threadFault } from '../thread-fault.js';

type Step = 'next' | 'judge' | 'report' | 'write';

/** A thread that judges the rows of one file. */
export interface JudgingThread {
  begin(job: JudgeJob): Promise<void>;
  /** Asks for one step after the other; `FileJudge` says what each does. */
  ask<S extends Step>(step: S, ...given: Parameters<FileJudge[S]>): Promise<ReturnType<FileJudge[S]>>;
}

/** Threads on which rows are judged, one for each import that runs. */
@Injectable()
export class JudgingThreadsService implements OnModuleDestroy {
  private pool: Piscina<{ port: MessagePort }, void> | null = null;

  /**
   * Gives work a thread of its own, which is free again afterwards.
   * @throws Problem 413 where the file takes more memory than a thread may have.
   */
  async use<T>(atOnce: number, work: (thread: JudgingThread) => Promise<T>): Promise<T> {
    this.pool ??= new Piscina<{ port: MessagePort }, void>({
      filename: new URL('./file-judge.worker.js', import.meta.url).href,
      minThreads: 0,
      maxThreads: atOnce,
      idleTimeout: 10_000,
      // A thread that waits for its next step listens, and is not blocked.
      atomics: 'disabled',
      resourceLimits: { maxOldGenerationSizeMb: THREAD_MEGABYTES },
    });
    const { port1: port, port2 } = new MessageChannel();
    const ended = this.pool.run({ port: port2 }, { transferList: [port2] });
    const failed = ended.then(
      () => new Error('The thread that judges rows has ended.'),
      (error: unknown) => threadFault(error),
    );
    try {
      return await work(conversation(port, failed));
    } finally {
      port.close();
      await failed;
    }
  }

  async onModuleDestroy(): Promise<void> {
    await this.pool?.destroy();
  }
}

/** Questions to a thread, which are answered in turn; once it has ended all of them fail. */
function conversation(port: MessagePort, failed: Promise<Error>): JudgingThread {
  const waiting: { resolve: (answer: unknown) => void; reject: (error: unknown) => void }[] = [];
  let fault: Error | null = null;
  port.on('message', (answered: Answered) => {
    const first = waiting.shift();
    if ('answer' in answered) first?.resolve(answered.answer);
    else first?.reject(new Error(answered.error));
  });
  void failed.then((error) => {
    fault = error instanceof Error ? error : null;
    for (const { reject } of waiting.splice(0)) reject(error);
  });
  const ask = (step: Asked['step'], given: unknown) =>
    new Promise((resolve, reject) => {
      if (fault) return reject(fault);
      waiting.push({ resolve, reject });
      port.postMessage({ step, given } satisfies Asked);
    });
  return {
    begin: async (job) => void (await ask('begin', job)),
    ask: (step, ...given) => ask(step, given[0]) as Promise<never>,
  };
}
