// npm start: the whole product on this machine, with data in .meridian/.
import { orExplain, setUp } from './set-up.mjs';

await orExplain(async () => {
  await setUp();
  const { launch } = await import('./dist/launcher/launch.js');
  await launch(process.argv.slice(2));
});
