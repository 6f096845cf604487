import { mkdir, open, readFile, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

const ASK_AGAIN_MS = 200;

/** Runs the work while holding the lock file; waits while another live process holds it. */
export async function oneAtATime(lockFile, work) {
  await mkdir(dirname(lockFile), { recursive: true });
  let told = false;
  while (!(await take(lockFile))) {
    const holder = Number(await readFile(lockFile, 'utf8').catch(() => ''));
    if (holder > 0 && !isAlive(holder)) {
      await rm(lockFile, { force: true });
      continue;
    }
    if (!told)
      console.log(`  Another set-up is at work${holder > 0 ? ` (pid ${holder})` : ''}; waiting for it.`);
    told = true;
    await new Promise((wait) => setTimeout(wait, ASK_AGAIN_MS));
  }
  try {
    return await work();
  } finally {
    await rm(lockFile, { force: true });
  }
}

async function take(lockFile) {
  try {
    const file = await open(lockFile, 'wx');
    await file.write(String(process.pid));
    await file.close();
    return true;
  } catch (failure) {
    if (failure.code === 'EEXIST') return false;
    throw failure;
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (failure) {
    return failure.code === 'EPERM';
  }
}
