// The report that `planmark report` writes, opened as a file.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { expectAccessible, laptop, launch, phone, picture } from './browser.mjs';

const report = pathToFileURL(process.env.REPORT).href;
const beside = name => new URL(name, report).href;
let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

for (const [name, viewport] of Object.entries({ laptop, phone })) {
  test(`the report is accessible on a ${name}`, async () => {
    const page = await browser.newPage({ viewport });
    await page.goto(report);
    await expectAccessible(page);
    await picture(page, name === 'laptop' ? 'report' : 'report-phone');
    const wide = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
    assert.equal(wide, false, 'the page has to be scrolled sideways');
    await page.close();
  });
}

for (const [name, heading] of Object.entries({ comparison: 'Answers', prefill: 'Answers for' })) {
  test(`${name}.html is accessible and does not have to be scrolled sideways`, async () => {
    for (const viewport of [laptop, phone]) {
      const page = await browser.newPage({ viewport });
      await page.goto(beside(`${name}.html`));
      assert.ok(await page.getByRole('heading', { name: heading }).count() > 0);
      await expectAccessible(page);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
      assert.equal(wide, false, `${viewport.width} pixels are too few`);
      if (viewport === laptop) await picture(page, name);
      await page.close();
    }
  });
}

test('the chapter year on year has its tables', async () => {
  const page = await browser.newPage({ viewport: laptop });
  await page.goto(`${report}#year-on-year`);
  await page.locator('#year-on-year').scrollIntoViewIfNeeded();
  assert.ok(await page.locator('#year-on-year ~ table').count() >= 3);
  await picture(page, 'year-on-year');
  await page.close();
});

test('the report asks nothing of anybody else and runs no script', async () => {
  const page = await browser.newPage();
  const asked = [];
  page.on('request', request => asked.push(request.url()));
  await page.goto(report);
  assert.deepEqual(asked.filter(url => !url.startsWith('data:') && url !== report), []);
  assert.equal(await page.locator('script').count(), 0);
  await page.close();
});

test('a question of the heat map leads to its figure, and the figure has its table and files', async () => {
  const page = await browser.newPage({ viewport: laptop });
  await page.goto(report);
  const question = page.locator('table.heat a').first();
  const id = await question.textContent();
  await question.click();
  assert.equal(new URL(page.url()).hash, `#${id}`);
  const figure = page.locator('section.figure').first();
  await figure.locator('summary').click();
  assert.equal(await figure.locator('table.rows thead th').count(), 4);
  for (const ending of ['.svg', '.png', '.csv']) {
    const [download] = await Promise.all([page.waitForEvent('download'), figure.locator(`a[download$="${ending}"]`).click()]);
    assert.match(download.suggestedFilename(), new RegExp(`^${id}-.*\\${ending}$`));
  }
  await page.close();
});

test('a profile is reached from the report, is accessible and leads back', async () => {
  const page = await browser.newPage({ viewport: laptop });
  await page.goto(report);
  await page.locator('ul.profiles a').first().click();
  assert.match(page.url(), /profiles\/.*\.html$/);
  await expectAccessible(page);
  await picture(page, 'profile');
  assert.ok(await page.locator('blockquote cite').count() > 0);
  await page.getByRole('link', { name: 'All systems' }).click();
  assert.equal(page.url(), report);
  await page.close();
});
