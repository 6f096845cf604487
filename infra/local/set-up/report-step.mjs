const NAME_WIDTH = 14;
const TEXT_WIDTH = 64;

/** A run that answers with JSON on standard output tells its steps on standard error. */
const output = process.argv.some((word) => word === '--smoke' || word === '--json')
  ? process.stderr
  : process.stdout;

/**
 * Runs a step and prints one line with what it did and its seconds. The step answers a text, or undefined when there was
 * nothing to do, and then nothing is printed. It may tell how far it is, which a terminal shows in place. Returns
 * whether it did something.
 */
export async function reportStep(name, step, started = performance.now()) {
  let done;
  try {
    done = await step((text) => showInPlace(`  ${paint('…', 36)} ${name.padEnd(NAME_WIDTH)} ${text}`));
  } finally {
    showInPlace('');
  }
  if (done === undefined) return false;
  const seconds = `${((performance.now() - started) / 1000).toFixed(1)} s`;
  output.write(
    `  ${paint('✔', 32)} ${name.padEnd(NAME_WIDTH)} ${done.padEnd(TEXT_WIDTH)} ${seconds.padStart(7)}\n`,
  );
  return true;
}

/** Colour on a terminal, unless NO_COLOR is set; plain text everywhere else. */
export function paint(text, code) {
  const hasColour = output.isTTY && !process.env.NO_COLOR;
  return hasColour ? `\u001b[${code}m${text}\u001b[39m` : text;
}

function showInPlace(line) {
  if (output.isTTY) output.write(`\r\u001b[2K${line}`);
}
