import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { BackupEventService } from './backups/backup-event.service.js';
import { UpgradeCopy } from './backups/before-upgrade.js';
import { BackupScheduleService } from './backups/schedule.service.js';
import { configureApp } from './configure-app.js';
import { openDatabase, type OpenDatabase } from './database/open.js';
import type { Environment } from './environment.js';
import { SetupService } from './staff/setup/setup.service.js';
import { StartError, tell } from './terminal.js';

/** A running service. */
export interface Serving {
  url: string;
  app: NestFastifyApplication;
  database: OpenDatabase;
  stop(): Promise<void>;
}

/**
 * Opens the database, builds the application, listens, and says where; stops cleanly on SIGTERM and Ctrl-C.
 * @throws SettingsError, DatabaseStartError, DatabaseNotUsable or StartError, each with one sentence.
 */
export async function serve(
  environment: Environment,
  { throwaway = false, prepare = async (_app: NestFastifyApplication) => {} } = {},
): Promise<Serving> {
  const copy = new UpgradeCopy(environment, tell);
  const database = await openDatabase(environment, { throwaway, log: tell, beforeMigrating: copy.make });
  try {
    const app = await configureApp(environment, database.connection);
    await copy.record(app.get(BackupEventService, { strict: false }));
    await prepare(app);
    // Before it listens: who asks first whether it is ready is told of backups too.
    if (!throwaway) await app.get(BackupScheduleService).start();
    const url = await listen(app, environment);
    const serving = { url, app, database, stop: stopper(app, database) };
    stopOnSignals(serving);
    tell(`Serving ${url} on ${database.description}.`);
    await tellSetupLink(app, url);
    return serving;
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function listen(app: NestFastifyApplication, environment: Environment): Promise<string> {
  const { host, port } = environment;
  try {
    // Not app.listen(): Nest would log the error that is explained below.
    await app.init();
    await app.getHttpAdapter().getInstance().listen({ port, host });
  } catch (error) {
    await app.close();
    throw explainListening(error, host, port);
  }
  const address = app.getHttpServer().address();
  const taken = typeof address === 'object' && address ? address.port : port;
  // Links are made with the port that was taken, also where the setting was 0.
  Object.assign(environment, { port: taken });
  return environment.publicUrl ?? `http://${host.includes(':') ? `[${host}]` : host}:${taken}`;
}

function explainListening(error: unknown, host: string, port: number): unknown {
  const { code } = error as { code?: string };
  const where = `port ${port} on ${host}`;
  if (code === 'EADDRINUSE') {
    return new StartError(`Something else listens on ${where}; stop it, or set PORT to another number.`);
  }
  if (code === 'EACCES') return new StartError(`This account may not listen on ${where}.`);
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return new StartError(`${host} is no address of this machine; correct HOST.`);
  }
  return error;
}

/** Answers what is under way, takes nothing new, then closes the pool and the database. */
function stopper(app: NestFastifyApplication, database: OpenDatabase): () => Promise<void> {
  let stopped: Promise<void> | null = null;
  return () =>
    (stopped ??= (async () => {
      await closeApp(app);
      await database.close();
    })());
}

/** A connection that was being answered when the closing began is idle a moment later, and would hold it up. */
async function closeApp(app: NestFastifyApplication): Promise<void> {
  const sweep = setInterval(() => app.getHttpServer().closeIdleConnections(), 50);
  await app.close().finally(() => clearInterval(sweep));
}

function stopOnSignals(serving: Serving): void {
  const leave = (code: number) => {
    void serving.stop().then(
      () => process.exit(code),
      () => process.exit(1),
    );
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => leave(0));
  serving.database.onLost((reason) => {
    tell(`${reason} The service ends with it; start it again.`);
    leave(1);
  });
}

async function tellSetupLink(app: NestFastifyApplication, url: string): Promise<void> {
  const link = await app.get(SetupService).firstLink();
  if (link === null) return;
  tell(`No clinic yet. Set it up within a day, once, with this link:`);
  tell(`  ${link}`);
  tell(`or with: curl ${url}/v1/setup --json '{ "token": "what follows the #", ... }' (see README.md)`);
}
