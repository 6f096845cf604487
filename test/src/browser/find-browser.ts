import { spawnSync } from 'node:child_process';

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/microsoft-edge',
  '/snap/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** A Chromium of this machine, or the one that `MERIDIAN_BROWSER` names; undefined where there is none. */
export function findBrowser(): string | undefined {
  const named = process.env['MERIDIAN_BROWSER'];
  return (named ? [named] : PLACES).find(isProgram);
}

/** Some systems have a file of that name which only says how to install the program. */
function isProgram(path: string): boolean {
  return spawnSync(path, ['--version'], { stdio: 'ignore' }).status === 0;
}
