// A review in the browser from end to end: as reviewers, a second marker and an adjudicator do it.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { expectAccessible, laptop, launch, phone, picture, until } from './browser.mjs';
import { addPerson, password, serve, welcome } from './served.mjs';

const question = 'COP-01';
let browser, served, coordinator, desk, refreshed;

// A person's own browser, signed in by their one-time link.
async function signedIn(link, viewport = laptop) {
  const context = await browser.newContext({ viewport });
  const page = await context.newPage();
  await welcome(page, link);
  return page;
}

const isSaved = page => /[?&]saved=/.test(page.url());
// What the desk says against an answer; while it turns to the next question there is nothing to ask.
const refusal = page => page.locator('#told .warning').textContent({ timeout: 200 }).catch(() => '');
const saved = page => until(async () => {
  if (isSaved(page)) return true;
  assert.equal(await refusal(page), '');
  return false;
}, 'it is saved');
const answerOf = async (page, name = question) => {
  const response = await page.request.get(`${served.address}/api/v1/documents/${document()}/answers/${name}`);
  assert.equal(response.status(), 200);
  return response.json();
};
const document = () => desk.split('/')[2];

before(async () => {
  served = await serve();
  browser = await launch();
  coordinator = await signedIn(served.link);
  desk = await coordinator.locator('#documents a', { hasText: 'Harrowmere' }).getAttribute('href');
  // A plan whose earlier edition is there too.
  const row = coordinator.locator('#documents tr', { hasText: 'Ashmarsh' }).filter({ hasText: '2024' });
  refreshed = (await row.locator('a').getAttribute('href')).split('/')[2];
});
after(async () => {
  await browser.close();
  await served.stop();
});

test('every page is accessible, on a laptop and on a phone', async () => {
  const pages = { documents: '/', desk: `${desk.split('/').slice(0, 3).join('/')}/${question}`,
                  criteria: `/desk/${document()}/list`, questions: '/questions', question: `/question/${question}`,
                  search: `/search?words=children`, record: `/record/${document()}/${question}`, progress: '/progress',
                  text: `${desk.split('/').slice(0, 3).join('/')}/${question}?view=text`, events: '/record',
                  changes: `/changes/${refreshed}`, people: '/people', disagreements: '/disagreements', agreement: '/agreement', replies: '/replies' };
  for (const viewport of [laptop, phone]) {
    await coordinator.setViewportSize(viewport);
    for (const [name, path] of Object.entries(pages)) {
      const response = await coordinator.goto(served.address + path);
      assert.equal(response.status(), 200, path);
      await coordinator.waitForLoadState('networkidle');
      await expectAccessible(coordinator);
      const sideways = await coordinator.evaluate(() => window.document.documentElement.scrollWidth > window.innerWidth);
      assert.equal(sideways, false, `${path} has to be scrolled sideways at ${viewport.width} pixels`);
      if (viewport === laptop || name === 'desk') await picture(coordinator, viewport === laptop ? name : `${name}-phone`);
    }
  }
  await coordinator.setViewportSize(laptop);
});

test('signing in is accessible and a wrong password is refused without saying why', async () => {
  const page = await (await browser.newContext({ viewport: laptop })).newPage();
  await page.goto(served.address);
  await expectAccessible(page);
  await picture(page, 'sign-in');
  await page.locator('#name').fill('coordinator');
  await page.locator('#password').fill('not the password');
  await page.locator('main button[type=submit], main form button').first().click();
  await page.getByRole('alert').waitFor();
  await page.locator('#name').fill('coordinator');
  await page.locator('#password').fill(password);
  await page.locator('main form button').first().click();
  await page.getByRole('heading', { name: /Documents/ }).waitFor();
  await page.context().close();
});

test('a quote is rejected, the connection is lost, and the answer is there after all', async () => {
  const page = await signedIn(await addPerson(coordinator, served.address, 'ann', ['reviewer']));
  await page.goto(`${served.address}/desk/${document()}/${question}`);
  await page.locator('.quote.for').first().locator('input[value=rejected]').check();
  await page.locator('#draft').getByText('Draft without rejected quotes').waitFor();

  await page.getByRole('radio', { name: /^No/ }).check();
  await page.locator('#reason').selectOption({ index: 1 });
  await page.locator('#comment').fill('Only a duty is recited.');
  await page.context().setOffline(true);
  await page.locator('#change').click();
  await page.getByText('1 answer kept in this browser, not yet saved').waitFor();
  assert.deepEqual((await answerOf(coordinator)).standing ?? null, null, 'nothing has reached the server');
  await page.context().setOffline(false);
  await page.reload();
  await until(async () => await page.locator('#save-state').textContent() === '', 'what waited is saved');
  await page.goto(`${served.address}/record/${document()}/${question}`);
  await page.getByText('Only a duty is recited.').first().waitFor();
  await expectAccessible(page);
  await page.context().close();
});

test('what was filled in survives a reload before it was saved', async () => {
  const page = await signedIn(await addPerson(coordinator, served.address, 'ben', ['reviewer']));
  const path = `${served.address}/desk/${document()}/POP-05`;
  await page.goto(path);
  await page.locator('#comment').fill('Half a thought');
  await page.reload();
  assert.equal(await page.locator('#comment').inputValue(), 'Half a thought');
  await page.context().close();
});

test('a page is read as text, where words that are chosen become evidence', async () => {
  const page = await signedIn(await addPerson(coordinator, served.address, 'gil', ['reviewer']));
  await page.goto(`${served.address}/desk/${document()}/${question}`);
  await page.keyboard.press('v');
  await page.locator('#sheet-text').waitFor();
  assert.ok(await page.locator('#sheet-text mark.box.for').count() > 0, 'the evidence is marked');
  // From the middle of the second word to the middle of the fourth: whole words are taken.
  const wanted = await page.evaluate(() => {
    const text = [...window.document.querySelectorAll('#sheet-text .is-text span')].find(span => span.textContent.length > 60).firstChild;
    const words = [...text.data.matchAll(/\S+/g)].slice(1, 4);
    const range = new Range();
    range.setStart(text, words[0].index + 1);
    range.setEnd(text, words[2].index + 1);
    getSelection().removeAllRanges();
    getSelection().addRange(range);
    return words.map(word => word[0]).join(' ');
  });
  await page.locator('#select-bar:visible').waitFor();
  await page.locator('#add-selected').click();
  assert.equal(await page.locator('#added blockquote').last().textContent(), wanted);
  await expectAccessible(page);
  await page.locator('#page-view').click();
  await page.locator('.sheet image').waitFor({ state: 'attached' });
  await page.context().close();
});

test('what changed since the edition before stands beside its pages and the answers that it moved', async () => {
  const page = await coordinator.context().newPage();
  await page.goto(`${served.address}/desk/${refreshed}/list`);
  await page.getByRole('link', { name: 'What changed since the edition before' }).click();
  await page.getByRole('heading', { name: /^What changed: Ashmarsh/ }).waitFor();
  const answers = await page.getByRole('region', { name: 'Answers that changed' }).locator('tbody tr').count();
  assert.ok(answers > 0, 'some answers changed');
  const reworded = page.locator('.change', { has: page.locator('del') }).filter({ has: page.locator('ins') }).first();
  for (const edition of ['before', 'after']) {
    const link = reworded.getByRole('link', { name: new RegExp(`^${edition}: page`) }).first();
    const response = await page.request.get(served.address + await link.getAttribute('href'));
    assert.equal(response.status(), 200, `the ${edition} page is there`);
  }
  await reworded.evaluate(change => change.scrollIntoView());
  await picture(page, 'changed');
  const all = await page.locator('.change').count();
  await page.getByRole('link', { name: 'Only what bears on a question' }).click();
  await page.getByRole('link', { name: 'Show every change' }).waitFor();
  const bearing = await page.locator('.change').count();
  assert.ok(bearing > 0 && bearing < all, `${bearing} of ${all} bear on a question`);
  assert.equal(await page.locator('.change').getByText(/^bears on /).count(), bearing);
  await page.close();
});

test('a page whose picture cannot be drawn says why and shows its text', async () => {
  const page = await signedIn(await addPerson(coordinator, served.address, 'hal', ['reviewer']));
  await page.route('**/page/*/*', route => route.fulfill(
    { status: 500, contentType: 'application/json', body: '{"problem":{"kind":"encrypted","what":"a password is needed"}}' }));
  await page.goto(`${served.address}/desk/${document()}/${question}`);
  await page.getByText('cannot be drawn (a password is needed): its text is shown').waitFor();
  await page.locator('#sheet-text mark.box.for').first().waitFor();
  await expectAccessible(page);
  await page.context().close();
});

test('a second mark is blind; where it differs an adjudicator decides with both before them', async () => {
  const second = await signedIn(await addPerson(coordinator, served.address, 'cat', ['reviewer']));
  await coordinator.goto(`${served.address}/progress`);
  await coordinator.locator('#table').fill('person,system,part,mark\ncat,Harrowmere and the Vale,strategy,second\n');
  await coordinator.getByRole('button', { name: 'Assign', exact: true }).click();
  await second.goto(`${served.address}/desk/${document()}/${question}`);
  assert.equal(await second.locator('#draft-answer').count(), 0, 'the draft is not shown');
  assert.equal(await second.getByText('Only a duty is recited.').count(), 0, 'the first mark is not shown');
  await second.getByRole('radio', { name: /^Yes/ }).check();
  await second.locator('#page-text summary').click();
  await second.locator('.page-text input').first().check();
  await second.locator('#change').click();
  await saved(second);
  await second.context().close();

  const judge = await signedIn(await addPerson(coordinator, served.address, 'dee', ['reviewer', 'adjudicator']));
  await judge.goto(`${served.address}/disagreements`);
  await judge.locator('table.rows a').first().click();
  await judge.getByText('Only a duty is recited.').first().waitFor();
  await expectAccessible(judge);
  await picture(judge, 'adjudicate');
  await judge.getByRole('radio', { name: /^No/ }).check();
  await judge.locator('#reason').fill('The first marker read the sentence rightly.');
  await judge.getByRole('button', { name: 'Record the decision' }).click();
  await judge.goto(`${served.address}/disagreements`);
  await judge.getByText('None is open.').waitFor();
  await judge.context().close();
});

test('twenty answers are confirmed with the keyboard alone', async () => {
  const page = await (await browser.newContext({ viewport: laptop })).newPage();
  let keys = 0, loads = 0;
  page.on('load', () => ++loads);
  const press = async key => { ++keys; await page.keyboard.press(key); };
  const link = await addPerson(coordinator, served.address, 'eve', ['reviewer']);
  await welcome(page, link);
  loads = 0;
  // From the list: the skip link, the bar's links, then the documents.
  for (let i = 0; i < 40; ++i) {
    await press('Tab');
    if (await page.evaluate(() => window.document.activeElement.closest('#documents') !== null)) break;
  }
  await press('Enter');
  await page.locator('#desk').waitFor();
  let confirmed = 0;
  for (let i = 0; i < 60 && confirmed < 20; ++i) {
    const at = page.url();
    const can = await page.locator('#confirm:enabled').count();
    const quotes = can ? await page.locator('.quote.for').count() : 0;
    if (can && quotes > 0) { await press('j'); await press('a'); }
    await press(can ? 'c' : 'n');
    await until(async () => page.url() !== at || await refusal(page) !== '', 'an answer or a reason');
    if (can && isSaved(page)) ++confirmed;
    else if (can) { await press('n'); await until(() => page.url() !== at, 'the next question'); }
    await page.locator('#desk').waitFor();
  }
  assert.equal(confirmed, 20);
  console.log(`# from the list of documents to twenty confirmed answers: ${keys} keys, ${loads} page loads`);
  await press('?');
  await page.locator('dialog#keys[open]').waitFor();
  await expectAccessible(page);
  await page.context().close();
});

test('a share of second marks is given out, and its marker is led through those questions alone', async () => {
  await coordinator.goto(`${served.address}/progress`);
  await coordinator.locator('#share-second').fill('5');
  await coordinator.locator('#seed-second').fill('spring');
  await coordinator.getByRole('button', { name: 'Set and give out' }).click();
  await coordinator.getByText(/Second marks of \d+ questions? in \d+ documents? given out/).waitFor();
  await expectAccessible(coordinator);
  const markers = await coordinator.locator('td.second-markers').allTextContents();
  const marker = markers.find(name => name !== '' && name !== 'cat');
  const page = await (await browser.newContext({ viewport: laptop })).newPage();
  await page.goto(served.address);
  await page.locator('#name').fill(marker);
  await page.locator('#password').fill(password);
  await page.locator('main form button').first().click();
  await page.locator('#documents tr', { hasText: 'second mark' }).first().locator('a').click();
  await page.getByText('You mark this as the second person').waitFor();
  assert.match(await page.locator('.turn').textContent(), /1 of \d\b/);
  await page.context().close();
});

test('a session ends when its person signs out', async () => {
  const page = await signedIn(await addPerson(coordinator, served.address, 'fay', ['reviewer']));
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.goto(`${served.address}/desk/${document()}/${question}`);
  assert.match(page.url(), /sign-in/);
  await page.context().close();
});
