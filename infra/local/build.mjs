// npm run build: everything that has to be made from the sources.
import { orExplain, setUp } from './set-up.mjs';

await orExplain(setUp);
