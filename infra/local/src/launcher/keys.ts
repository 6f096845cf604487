import { spawn } from 'node:child_process';

export interface KeyActions {
  readonly url: string;
  /** Lines to print on S. */
  readonly status: () => string;
  readonly logs: string;
  readonly quit: () => void;
}

/** Single keys on a terminal; elsewhere nothing listens. */
export function listenToKeys({ url, status, logs, quit }: KeyActions): void {
  if (!hasKeys()) return;
  const actions: Readonly<Record<string, () => void>> = {
    o: () => openBrowser(url),
    s: () => console.log(status()),
    l: () => console.log(`  The logs are in ${logs}`),
    q: quit,
    '\u0003': quit,
  };
  process.stdin.setRawMode(true);
  process.stdin.on('data', (key) => actions[key.toString('utf8').toLowerCase()]?.());
}

export function hasKeys(): boolean {
  return process.stdin.isTTY === true && process.stdout.isTTY === true;
}

function openBrowser(url: string): void {
  const [program, ...args] =
    process.platform === 'darwin'
      ? ['open']
      : process.platform === 'win32'
        ? ['cmd', '/c', 'start', '']
        : ['xdg-open'];
  const child = spawn(program as string, [...args, url], { stdio: 'ignore', detached: true });
  child.on('error', () => console.log(`  No browser could be opened; go to ${url}`));
  child.unref();
}
