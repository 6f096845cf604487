import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startTrialHouse } from '../house/trial-house.js';
import type { TrialHouse } from '../house/trial-house.js';
import { findBrowser } from './find-browser.js';
import { ENGINEER, furnish } from './walked-house.js';
import type { WalkedProject } from './walked-house.js';
import { press, tabTo, Walker } from './walker.js';

const START_MS = 300_000;
const WALK_MS = 300_000;
const program = findBrowser();

if (program === undefined) {
  test('no Chromium is on this machine (MERIDIAN_BROWSER names one): no screen was walked', () => {
    expect(findBrowser()).toBeUndefined();
  });
} else {
  walkTheScreens(program);
}

function walkTheScreens(chromium: string): void {
  let trial: TrialHouse;
  let walker: Walker;
  let bridge: WalkedProject;
  let tunnel: WalkedProject;
  let today: string;

  beforeAll(async () => {
    trial = await startTrialHouse({ keepsStoresRunning: true, say: () => undefined });
    today = new Date().toISOString().slice(0, 10);
    [bridge, tunnel] = await furnish(trial, today);
    walker = await Walker.start(chromium, trial.house.url);
  }, START_MS);

  afterAll(async () => {
    await walker?.end();
    await trial?.end();
  }, START_MS);

  /** What somebody does, after which the browser must have nothing to complain about. */
  const walk = (name: string, steps: () => Promise<void>): void =>
    test(
      name,
      async () => {
        await steps().catch(async (failure: Error) => {
          throw new Error(`${failure.message}\nThe screen showed:\n${await walker.seen()}`, {
            cause: failure,
          });
        });
        expect(walker.complaints()).toEqual([]);
      },
      WALK_MS,
    );

  walk('an idea is submitted, and refused with a reason that stays', async () => {
    const page = await walker.open('anna.meyer', '/projects');
    await press(page.getByText('Submit an idea', { exact: true }));
    const idea = page.getByRole('form', { name: 'A new idea' });
    await idea.getByLabel('What should it be called?').fill('A ferry');
    await idea.getByLabel('What is wished for').fill('The bridge is full in summer.');
    await tabTo(page, idea.getByRole('button', { name: 'Submit the idea' }));
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'A ferry' }).waitFor();
    await page.getByText('The bridge is full in summer.').waitFor();
    await press(page.getByRole('button', { name: 'Refuse it' }));
    const refusal = page.getByRole('form', { name: 'Refuse it' });
    await refusal.getByLabel('Why').selectOption('Another one does the same');
    await refusal.getByLabel('In your words').fill('The tunnel takes them all.');
    await page.keyboard.press('Enter');
    await press(page.getByText(/^History of/));
    await page.getByText(/Idea → Archived: was ended before its time by Anna Meyer/).waitFor();
  });

  walk('a programme is recorded in the tree of portfolios, and renamed', async () => {
    const page = await walker.open('anna.meyer', '/tree');
    await press(page.getByText('Record a portfolio or programme'));
    const record = page.getByRole('form', { name: 'A new portfolio or programme' });
    await record.getByLabel('Kind').selectOption('Programme');
    await record.getByLabel('Name').fill('Crossings');
    await record.getByLabel('Stands in').selectOption({ label: 'Ways' });
    await tabTo(page, record.getByRole('button', { name: 'Record it' }));
    await page.keyboard.press('Enter');
    await press(page.getByRole('button', { name: 'Crossings' }));
    const rename = page.getByRole('form', { name: 'Rename or move Crossings' });
    await rename.getByLabel('Name').fill('River crossings');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'River crossings', expanded: true }).waitFor();
  });

  walk('a project promises another one a task by a day', async () => {
    const page = await walker.open('anna.meyer', `/projects/${bridge.projectId}#between`);
    await press(page.getByText('Promise something to another project'));
    const offer = page.getByRole('form', { name: 'A promise to another project' });
    await offer.getByLabel('The task that delivers').selectOption({ label: '1 Work 1' });
    await offer.getByLabel('The project that gets it').selectOption({ label: 'TUNNEL Tunnel' });
    await offer.getByLabel('By', { exact: true }).fill('2099-01-30');
    await offer.getByLabel('What is given').fill('The road to the river');
    await tabTo(page, offer.getByRole('button', { name: 'Offer it' }));
    await page.keyboard.press('Enter');
    await press(page.getByRole('button', { name: 'The road to the river' }));
    await page.getByRole('button', { name: 'The road to the river', expanded: true }).waitFor();
  });

  walk('a team takes an item of its backlog through a sprint', async () => {
    const page = await walker.open('anna.meyer', `/projects/${bridge.projectId}/board`);
    const item = page.getByRole('form', { name: 'A new item of the backlog' });
    await item.getByLabel('What is wanted').fill('Lights on the bridge');
    await item.getByLabel('Points, if estimated').fill('5');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Drop it: Lights on the bridge' }).waitFor();
    await page.getByLabel('What it is for').fill('It can be crossed at night.');
    await page.keyboard.press('Enter');
    await press(page.getByRole('button', { name: 'Into sprint 1: Lights on the bridge' }));
    await page.getByRole('button', { name: 'To the backlog: Lights on the bridge' }).waitFor();
    await press(page.getByRole('button', { name: 'Start the sprint' }));
    await press(page.getByRole('button', { name: 'Begin: Lights on the bridge' }));
    await press(page.getByRole('button', { name: 'Done: Lights on the bridge' }));
    const done = page.getByRole('region', { name: 'Done' });
    await done.getByText('5 points in 1 item').waitFor();
  });

  walk('work without a person is asked for, and the best one is proposed and agreed', async () => {
    const asking = await walker.open('anna.meyer', '/bookings?list=open');
    const open = asking.getByRole('row').filter({ hasText: 'Tunnel' });
    await press(open.getByRole('button', { name: /^Request/ }));
    const staffing = await walker.open('lea.chen', `/staffing?project=${tunnel.projectId}`);
    await press(staffing.getByRole('button', { name: /^Propose / }).first());
    await staffing.getByText('waits for the project').first().waitFor();
    const agreeing = await walker.open('anna.meyer', '/bookings');
    const proposed = agreeing.getByRole('row').filter({ hasText: 'Tunnel' }).filter({ hasText: 'Work 2' });
    await press(proposed.getByRole('button', { name: 'Work 2', exact: true }));
    await agreeing.getByRole('form', { name: 'Next step of Work 2' }).waitFor();
    await press(proposed.getByRole('button', { name: 'Agree, soft book: Work 2' }));
    await agreeing.getByText('Soft booked').first().waitFor();
  });

  walk('an overloaded engineer is levelled, and the proposal says how good it is', async () => {
    const page = await walker.open('lea.chen', '/capacity');
    await page.getByText(ENGINEER).first().waitFor();
    const level = page.getByRole('form', { name: 'Level the load' });
    await level.getByLabel('Search for at most, seconds').fill('5');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Done' }).waitFor();
    await page.getByText('How good it is').waitFor();
    const moves = page.getByRole('region', { name: 'Tasks that move' });
    await moves.getByText(`${ENGINEER} has no room in the week of`).first().waitFor();
  });

  walk('candidates are scored in a round by a published model', async () => {
    const page = await walker.open('anna.meyer', '/scoring');
    await press(page.getByText('Draft a new model'));
    const model = page.getByRole('form', { name: 'Draft a scoring model' });
    await model.getByLabel('Name').first().fill('Fit');
    await model.getByLabel('Lowest score').fill('1');
    await model.getByLabel('Highest score').fill('5');
    const criterion = model.getByRole('group', { name: 'Criterion 1' });
    await criterion.getByLabel('Code').fill('USE');
    await criterion.getByLabel('Name').fill('Use');
    await criterion.getByLabel('Weight, %').fill('100');
    await criterion.getByLabel('What the scores mean').fill('1 none\n5 every day');
    await press(model.getByRole('button', { name: 'Save as a draft' }));
    await page.getByLabel('Who decided that it is scored by').fill('Board, item 3');
    await page.keyboard.press('Enter');
    await press(page.getByText('Open a round', { exact: true }));
    const round = page.getByRole('form', { name: 'Open a round of scoring' });
    await round.getByLabel('Name', { exact: true }).fill('Spring');
    await round.getByLabel('Portfolio').fill('Ways');
    await round.getByLabel('Model').selectOption({ index: 1 });
    await round.getByLabel('Candidates').fill('F-1 A ferry');
    await round.getByLabel('Raters').selectOption({ label: 'Anna Meyer' });
    await press(round.getByRole('button', { name: 'Open it' }));
    await press(page.getByRole('link', { name: 'Spring' }));
    await press(page.getByText('A ferry: 0 of 1 scored'));
    const score = page.getByRole('form', { name: 'Score F-1' });
    await score.getByLabel('Score, 1 to 5').fill('4');
    await score.getByLabel('Evidence').fill('Counted in July.');
    await press(score.getByRole('button', { name: 'Save your scores' }));
    await page.getByText('A ferry: 1 of 1 scored').waitFor();
  });
}
