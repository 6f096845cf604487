const NAME_WIDTH = 14;
const TEXT_WIDTH = 60;

/**
 * Runs a step and prints one line with what it did and its seconds. The step answers a text, or undefined when there was
 * nothing to do, and then nothing is printed. Returns whether it did something.
 */
export async function reportStep(name, step, started = performance.now()) {
  const done = await step();
  if (done === undefined) return false;
  const seconds = `${((performance.now() - started) / 1000).toFixed(1)} s`;
  console.log(`  ${mark()} ${name.padEnd(NAME_WIDTH)} ${done.padEnd(TEXT_WIDTH)} ${seconds.padStart(7)}`);
  return true;
}

function mark() {
  const hasColour = process.stdout.isTTY && !process.env.NO_COLOR;
  return hasColour ? '\u001b[32m✔\u001b[39m' : '✔';
}
