// A workspace with the sample documents, and `planmark serve` on it.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const program = process.env.PLANMARK;

// SAMPLES is a workspace that has been drafted; each test has a copy of its own.
export async function serve() {
  const folder = mkdtempSync(join(tmpdir(), 'planmark-browser-'));
  const workspace = join(folder, 'workspace');
  cpSync(process.env.SAMPLES, workspace, { recursive: true });
  const server = spawn(program, ['serve', '--port', '0', '--workspace', workspace], { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  await new Promise((resolve, reject) => {
    server.on('exit', status => reject(new Error(`planmark serve ended with ${status}: ${said}`)));
    server.stdout.on('data', data => {
      said += data;
      if (said.includes('Ctrl-C')) resolve();
    });
  });
  server.removeAllListeners('exit');
  const address = /http:\/\/127\.0\.0\.1:\d+/.exec(said)[0];
  return {
    address,
    workspace,
    link: /http\S+\/welcome\/\S+/.exec(said)?.[0],
    stop: () => new Promise(resolve => {
      server.on('exit', status => {
        rmSync(folder, { recursive: true, force: true });
        assert.equal(status, 0, 'planmark serve did not stop cleanly');
        resolve();
      });
      server.kill('SIGINT');
    }),
  };
}

export const password = 'four grey herons waiting';

// Follows a one-time link and chooses the password; the page is then signed in.
export async function welcome(page, link) {
  await page.goto(link);
  await page.getByLabel('New password').fill(password);
  await page.getByLabel('The same again').fill(password);
  await page.getByRole('button', { name: 'Keep it and sign in' }).click();
  await page.getByRole('heading', { name: /Documents/ }).waitFor();
}

// The coordinator makes a person with these roles; the link that lets them in.
export async function addPerson(page, address, name, roles) {
  await page.goto(`${address}/people`);
  await page.getByLabel('Signs in as').fill(name);
  await page.getByLabel('Shown as', { exact: true }).fill(name);
  const form = page.locator('form', { has: page.locator('#new-name') });
  for (const role of ['reviewer', 'coordinator', 'adjudicator'])
    await form.getByLabel(role, { exact: true }).setChecked(roles.includes(role));
  await form.locator('button[type=submit], button:not([type])').last().click();
  const link = await page.getByRole('status').getByText(/\/welcome\//).first().textContent();
  return /http\S+\/welcome\/\S+/.exec(link)[0];
}
