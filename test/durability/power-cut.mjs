import { execFileSync } from 'node:child_process';
import { closeSync, openSync, statfsSync, writeSync } from 'node:fs';
import { access, chmod, mkdir, mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { familyOf, kill, victims } from './processes.mjs';
import { countAcknowledged, look, makeHome, restart, setUp, start, stop } from './trial.mjs';

export const POWER_CUT = 'power cut';
const [DEVICE_IN_MB, DISK_IN_MB] = [900, 700];
/** `EXT4_IOC_SHUTDOWN` of Linux with `EXT4_GOING_FLAGS_NOLOGFLUSH`: what was not flushed is gone. */
const SHUT_DOWN = 'open F, "<", $ARGV[0] or die; my $flags = pack "L", 2; ioctl(F, 0x8004587d, $flags) or die "$!\\n"';

/**
 * Rounds on a disk that forgets what it was not told to flush, as one with a cache of its own does when the power goes: an ext4 in a file
 * of another ext4, of which the outer one is shut down in the midst of writes and loses its memory. See README.md.
 * @throws Error where it can't be tried here, which is no success.
 */
export async function cutThePower(trial, rounds) {
  await refuseWhereImpossible();
  await makeHome(trial);
  const device = await makeDevice();
  trial.unflushed = { written: 0, lost: 0 };
  try {
    plugIn(device, trial.home);
    await chmod(trial.home, 0o755);
    await start(trial);
    await setUp(trial, rounds);
    for (let round = 0; round < rounds; round += 1) await cutOnce(trial, device, round);
    await stop(trial);
    if (trial.unflushed.lost === 0) trial.faults.push('nothing was lost that nobody flushed, so this was no power cut');
  } finally {
    if (trial.service) kill(familyOf(trial.service.pid));
    await trial.service?.ended;
    for (const place of [trial.home, device.cache]) unmount(place);
    await rm(device.folder, { recursive: true, force: true });
  }
}

async function cutOnce(trial, device, round) {
  const before = countAcknowledged(trial);
  const writing = trial.clients.map((client) => client.writeUntilLost(trial.url));
  await sleep(200 + Math.random() * 500);
  const control = join(trial.home, `unflushed-${round}`);
  leaveUnflushed(control);
  trial.unflushed.written += 1;
  execFileSync('perl', ['-e', SHUT_DOWN, device.cache]);
  trial.kills += 1;
  kill(victims.everything(familyOf(trial.service.pid)));
  await trial.service.ended;
  await Promise.all(writing);
  trial.acknowledged += countAcknowledged(trial) - before;
  for (const place of [trial.home, device.cache]) await unplug(place);
  plugIn(device, trial.home);
  trial.unflushed.lost += await access(control).then(
    () => 0,
    () => 1,
  );
  await restart(trial);
  await look(trial);
}

/** A file of which the disk was told, and not that it has to be kept. */
function leaveUnflushed(path) {
  const file = openSync(path, 'w');
  writeSync(file, 'nobody waited for this');
  closeSync(file);
}

/** The disk is a file in the file system that plays its cache. */
async function makeDevice() {
  const folder = await mkdtemp(join(tmpdir(), 'cudos-device-'));
  const cache = join(folder, 'cache');
  const device = { folder, cache, image: join(folder, 'device.img'), disk: join(cache, 'disk.img') };
  await mkdir(cache);
  makeFileSystem(device.image, DEVICE_IN_MB);
  execFileSync('mount', ['-o', 'loop', device.image, cache]);
  makeFileSystem(device.disk, DISK_IN_MB);
  execFileSync('sync', ['-f', device.disk]);
  execFileSync('umount', [cache]);
  return device;
}

/** Written through before, so that a write to it later changes nothing else of the file system that it lies in. */
function makeFileSystem(path, megabytes) {
  execFileSync('dd', ['if=/dev/zero', `of=${path}`, 'bs=1M', `count=${megabytes}`, 'conv=fsync', 'status=none']);
  execFileSync('mkfs.ext4', ['-q', '-F', path]);
}

function plugIn({ image, cache, disk }, home) {
  execFileSync('mount', ['-o', 'loop', image, cache]);
  // Through the memory of the file system that it lies in: a write is answered from there, as a disk does from its cache.
  execFileSync('mount', ['-o', 'loop', disk, home]);
}

/** A killed process lets go of the disk a moment after it is gone for who waits for it. */
async function unplug(place) {
  for (let tries = 1; ; tries += 1) {
    try {
      return execFileSync('umount', [place], { stdio: 'pipe' });
    } catch (error) {
      if (tries === 100) throw error;
      await sleep(100);
    }
  }
}

function unmount(place) {
  try {
    execFileSync('umount', ['-l', place], { stdio: 'ignore' });
  } catch {
    // It was not mounted.
  }
}

async function refuseWhereImpossible() {
  const missing = ['perl', 'mkfs.ext4', 'mount', 'dd'].filter((program) => !isInstalled(program));
  const why = [
    ...(process.getuid() === 0 ? [] : ['only root can mount a disk']),
    ...(missing.length > 0 ? [`${missing.join(', ')} is not installed`] : []),
    ...((await hasLoops()) ? [] : ['this system has no loop devices (/dev/loop-control)']),
    ...(/\text4$/m.test(await readFile('/proc/filesystems', 'utf8')) ? [] : ['this kernel has no ext4']),
    ...(freeMegabytes() > 2 * DEVICE_IN_MB ? [] : [`there are no ${2 * DEVICE_IN_MB} MB free in ${tmpdir()}`]),
  ];
  if (why.length > 0) throw new Error(`a power cut could not be tried: ${why.join('; ')}`);
}

function isInstalled(program) {
  try {
    execFileSync('sh', ['-c', `command -v ${program}`], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

const hasLoops = () =>
  stat('/dev/loop-control').then(
    () => true,
    () => false,
  );

function freeMegabytes() {
  const { bavail, bsize } = statfsSync(tmpdir());
  return (bavail * bsize) / 1024 ** 2;
}
