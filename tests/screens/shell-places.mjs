import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT } from '../../electron/cli/compile.mjs';

const CARD = '#card-IM-ORG-02';
const QUESTION = 'questions/intelligent-manufacturing/ORG/IM-ORG-02';
const LONG_NAME =
  '滨州市某某织造车间三号配电房变压器铭牌及能源计量器具检定证书合影（二零二六年十一月二十四日上午拍摄）.png';
const PHOTO = join(PROJECT, 'packaging', 'icons', 'icon.png');

/**
 * What is opened on evidence, report, packages and copies of the demo enterprise, each with its evidence attached and the
 * list behind it. `at` leads the page to a place of that enterprise, or to the list; `data` is the folder of the host.
 */
export const SHELL_PLACES = {
  evidence: async (page, at) => {
    await at(QUESTION);
    const file = { name: LONG_NAME.replace('.png', '.heic'), mimeType: '', buffer: Buffer.from('heic') };
    await page.locator(`${CARD} input[type=file]`).setInputFiles(file);
    await page.locator(`${CARD} .evidence li`).nth(1).waitFor();
  },
  'evidence-picture': async (page, at) => {
    await at(QUESTION);
    await page.locator(`${CARD} .evidence li button`).first().click();
    await page.locator('dialog.picture img').waitFor();
  },
  'report-photos': async (page, at) => {
    await at('report');
    await page.locator('.ticks input').last().check();
    await makeReport(page);
  },
  'report-outdated': async (page, at) => {
    await at('report');
    await makeReport(page);
    await page.locator('.ticks input').first().click();
    await page.locator('.report-state').scrollIntoViewIfNeeded();
  },
  'report-preview': async (page, at) => {
    await at('report');
    await makeReport(page);
    await page.locator('.report-state .buttons > button').last().click();
    await page.locator('dialog.pdf canvas').first().waitFor();
  },
  'hand-over': async (page, at) => {
    await at('report');
    await page.locator('.disguise input').first().check();
    await page.locator('.disguise').scrollIntoViewIfNeeded();
  },
  passphrase: async (page, at, dossier, data) => {
    await at('report');
    const field = page.locator('.with-button input');
    await field.fill('优盘上的口令');
    await page.locator('main > section .buttons > button').click();
    await page
      .locator('section [role=status]')
      .filter({ hasText: /已保存|is saved/ })
      .waitFor();
    await at('');
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: /^(打开交接包|Open a package)/ }).click(),
    ]);
    const packages = join(data, '交接包');
    await chooser.setFiles(join(packages, readdirSync(packages)[0]));
    await page.locator('.toolbar form').waitFor();
  },
  settings: async (page, at) => {
    await at('');
    await page.locator('.menu > summary').click();
  },
  'import-older': (page, at, dossier) => choose(page, at, dossier),
  'import-conflict': (page, at, dossier) => choose(page, at, changed(dossier)),
  merge: async (page, at, dossier) => {
    await choose(page, at, changed(dossier));
    await page.locator('dialog .buttons .primary').click();
    await page.locator('.conflict').first().waitFor();
  },
  'import-namesake': async (page, at, dossier) => {
    await at('');
    const name = await page.locator('.enterprises a[href*="mill-long"]').getAttribute('title');
    await choose(page, at, { ...dossier, id: 'mill-begun-apart', enterprise: { ...dossier.enterprise, name } });
  },
  'import-archived': async (page, at, dossier) => {
    await at('');
    const row = page.locator('.enterprises tbody tr').filter({ has: page.locator('a[href*="demo-dyeing"]') });
    await row.locator('.row-actions button').nth(2).click();
    await row.waitFor({ state: 'detached' });
    await choose(page, at, dossier);
  },
  'import-refused': (page, at) => choose(page, at, { format: 'zhizhen-dossier', version: 1, id: '', facts: [] }),
  trash: async (page, at) => {
    await at('');
    const row = page.locator('.enterprises tbody tr').last();
    await row.locator('.row-actions button').last().click();
    await page.locator('.shelves button').last().click();
    await row.waitFor();
  },
  /** Last, as the database is gone after it. */
  restore: async (page, at) => {
    await page.waitForTimeout(COPIED_AFTER_MS);
    await page.route('**/blank', (route) => route.fulfill({ contentType: 'text/html', body: '' }));
    await at(null);
    await page.evaluate(
      () =>
        new Promise((resolve) => {
          indexedDB.deleteDatabase('zhizhen').onsuccess = resolve;
        }),
    );
    await at('');
    await page.locator('.welcome li').first().waitFor();
  },
};
/** A copy follows the last change by four seconds. */
const COPIED_AFTER_MS = 6000;

/** Attaches a photo with a long name to a question of the enterprise that is shown. */
export async function attachPhoto(page, at) {
  await at(QUESTION);
  await page.locator(`${CARD} .card-tools .tool`).nth(3).click();
  const file = { name: LONG_NAME, mimeType: 'image/png', buffer: readFileSync(PHOTO) };
  await page.locator(`${CARD} input[type=file]`).setInputFiles(file);
  await page.locator(`${CARD} .evidence li`).waitFor();
}

/** Has dossiers chosen as files by the button of the list; shows the first. */
export async function chooseFiles(page, dossiers) {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: /^(导入档案|Import)/ }).click(),
  ]);
  await chooser.setFiles(
    dossiers.map((dossier, i) => ({
      name: `mill-${i + 1}.json`,
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify(dossier)),
    })),
  );
  await page.locator('dialog[open]').waitFor();
}

async function choose(page, at, dossier) {
  await at('');
  await chooseFiles(page, [dossier]);
}

async function makeReport(page) {
  await page.locator('main > .buttons .primary').click();
  await page.locator('.report-state .primary').waitFor();
}

/** The same enterprise as someone else has filled it in: other names, notes and answers. */
function changed(dossier) {
  const note = '这是现场核实时写下的一段很长的备注，说明设备、人员、制度和记录的情况，以及下一步要补什么。'.repeat(3);
  const diagnoses = dossier.diagnoses.map((diagnosis) => ({
    ...diagnosis,
    answers: Object.fromEntries(
      Object.entries(diagnosis.answers).map(([id, answer], i) => [id, i % 3 === 0 ? { ...answer, note } : answer]),
    ),
  }));
  const enterprise = { ...dossier.enterprise, name: `${dossier.enterprise.name}（滨海高新技术产业开发区二分厂）` };
  return { ...dossier, enterprise, diagnoses };
}
