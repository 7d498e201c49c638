// @ts-check
/**
 * Finds a Chromium for the browser tests: `CHROME_PATH`, else the one that npm installed, else one of the system.
 *
 * The npm package carries the browser packed. It is unpacked once, privately and under its version, so that neither
 * another version nor another project's copy is ever started by mistake.
 */
import { accessSync, constants, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import path from 'node:path';

const args = [
  '--no-sandbox', // containers and root have no user namespaces; the tests open only pages of their own
  '--disable-gpu',
  '--disable-quic',
  '--disable-sync',
  '--disable-background-networking',
  '--disable-component-update',
  '--no-first-run',
  '--no-default-browser-check',
  '--font-render-hinting=none',
];

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/**
 * What to launch, as launch options of playwright-core.
 *
 * @returns {Promise<{ executablePath: string, args: string[], env: Record<string, string> }>}
 * @throws {Error} when there is no browser at all.
 */
export async function browser() {
  const asked = process.env['CHROME_PATH'];
  if (asked) return { executablePath: asked, args, env: environment({}) };
  try {
    return await bundled();
  } catch (error) {
    const found = installed.find((candidate) => existsSync(candidate));
    if (found) return { executablePath: found, args, env: environment({}) };
    throw new Error('No Chromium found: set CHROME_PATH, or install chromium.', { cause: error });
  }
}

async function bundled() {
  if (process.platform !== 'linux' || process.arch !== 'x64') throw new Error('The packed Chromium is for Linux on x64 only.');
  const home = path.join(path.dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '..');
  const { version } = JSON.parse(readFileSync(path.join(home, 'package.json'), 'utf8'));
  const folder = path.join(cacheFolder(), `chromium-${version}`);
  if (!existsSync(folder)) await unpack(home, folder);
  // Its own fonts.conf names a folder that does not exist here: every text would be invisible, without an error. Written again
  // where the project has been moved.
  const settings = path.join(folder, 'fonts.conf');
  const fonts = `<?xml version="1.0"?><fontconfig><dir>${folder}/fonts</dir><cachedir>${folder}/font-cache</cachedir></fontconfig>\n`;
  if (!existsSync(settings) || readFileSync(settings, 'utf8') !== fonts) writeFileSync(settings, fonts);
  return {
    executablePath: path.join(folder, 'chromium'),
    args,
    env: environment({
      FONTCONFIG_FILE: settings,
      LD_LIBRARY_PATH: [path.join(folder, 'al2023/lib'), process.env['LD_LIBRARY_PATH']].filter(Boolean).join(':'),
    }),
  };
}

/** node_modules/.cache, or the user's own cache where somebody else owns node_modules. */
function cacheFolder() {
  const modules = path.join(import.meta.dirname, '../node_modules');
  try {
    accessSync(existsSync(path.join(modules, '.cache')) ? path.join(modules, '.cache') : modules, constants.W_OK);
    return path.join(modules, '.cache');
  } catch {
    return path.join(homedir(), '.cache/selvbetjening-elements');
  }
}

/**
 * Unpacks aside and renames, so that two runs that start together never meet half a browser.
 *
 * @param {string} home the folder of the npm package
 * @param {string} folder where the browser is to be
 */
async function unpack(home, folder) {
  const aside = `${folder}.${String(process.pid)}`;
  mkdirSync(aside, { recursive: true });
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = aside; // the package unpacks into the temporary folder, under fixed names
  try {
    const { default: chromium, inflate } = await import('@sparticuz/chromium');
    await chromium.executablePath();
    await inflate(path.join(home, 'bin/al2023.tar.br')); // libraries that a bare machine lacks
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
  try {
    renameSync(aside, folder);
  } catch {
    rmSync(aside, { recursive: true, force: true }); // the other run was first
  }
}

/**
 * @param {Record<string, string>} more
 * @returns {Record<string, string>}
 */
function environment(more) {
  const own = Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
  return { ...Object.fromEntries(own), ...more };
}
