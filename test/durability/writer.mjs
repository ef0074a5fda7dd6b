import pg from 'pg';

/**
 * The process that is killed: it runs an embedded database, writes through it from 8 sides at once and tells its
 * parent each row that PostgreSQL has acknowledged.
 *
 * usage: node writer.mjs BUILT_FOLDER DATA_DIR
 */
const [built, dataDir] = process.argv.slice(2);
const { startEmbedded } = await import(`${built}/src/database/embedded/launcher.js`);
const WRITERS = 8;

const database = await startEmbedded({ dataDir });
database.onExit(() => process.exit(1));
const pool = new pg.Pool({ connectionString: database.url, max: WRITERS });
pool.on('error', () => undefined);
await pool.query('CREATE TABLE IF NOT EXISTS acknowledged (id bigint PRIMARY KEY, said text)');
const { rows } = await pool.query('SELECT coalesce(max(id), 0)::int AS last FROM acknowledged');
let last = rows[0].last;
process.send({ ready: true });

async function write() {
  for (;;) {
    const id = (last += 1);
    await pool.query('INSERT INTO acknowledged VALUES ($1, $2)', [id, `row ${id}`]);
    process.send({ acknowledged: id });
  }
}

// An error means the database went away; the parent or onExit ends this process.
await Promise.all(Array.from({ length: WRITERS }, () => write().catch(() => undefined)));
setTimeout(() => process.exit(1), 5000);
