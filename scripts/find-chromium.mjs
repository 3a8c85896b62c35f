import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const projectFolder = dirname(dirname(fileURLToPath(import.meta.url)));

const commandNames = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
  'microsoft-edge-stable',
];

const usualPlaces = {
  linux: [
    '/usr/lib/chromium/chromium',
    '/opt/google/chrome/chrome',
    '/opt/microsoft/msedge/msedge',
    '/snap/bin/chromium',
  ],
  darwin: [
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((variable) => {
    const folder = process.env[variable];
    if (folder === undefined) return [];
    return [
      join(folder, 'Chromium', 'Application', 'chrome.exe'),
      join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
      join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
    ];
  }),
};

/**
 * Finds a Chromium and says how to launch it: what it hands back goes into puppeteer's `launch` or the test runner's
 * `chromeLauncher` as it is. Looks at `$CHROME_PATH`, then for chromium, chrome or edge on the system, then, on Linux
 * x64, into the npm package `@sparticuz/chromium`; throws an error that names these ways where none leads to a browser.
 */
export async function findChromium() {
  const named = process.env.CHROME_PATH;
  if (named) {
    if (existsSync(named)) return systemBrowser(named);
    throw new Error(`CHROME_PATH is "${named}", and no file is there. Correct it, or unset it to search the system.`);
  }
  for (const path of systemCandidates()) {
    if (await answers(path)) return systemBrowser(path);
  }
  if (process.platform === 'linux' && process.arch === 'x64') return packedBrowser();
  throw new Error(
    'No Chromium was found. Set CHROME_PATH to the executable of a Chromium, Chrome or Edge, or install one of them ' +
      '(on the PATH or in its usual place). On Linux x64 the development package @sparticuz/chromium brings its own.',
  );
}

function systemCandidates() {
  const onPath = (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '')
    .flatMap((folder) => commandNames.map((name) => join(folder, name)));
  return [...onPath, ...(usualPlaces[process.platform] ?? [])].filter((path) => existsSync(path));
}

/** False for the stubs that some distributions install in a browser's place. */
async function answers(path) {
  // Chrome on Windows opens a window when it is asked for its version.
  if (process.platform === 'win32') return true;
  try {
    await run(path, ['--version'], { timeout: 10_000 });
    return true;
  } catch {
    return false;
  }
}

function systemBrowser(executablePath) {
  const asRoot = process.getuid?.() === 0;
  return { executablePath, headless: true, args: launchArguments({ sandbox: !asRoot }), env: { ...process.env } };
}

async function packedBrowser() {
  const folder = await unpackedFolder();
  const libraries = [join(folder, 'al2023', 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(delimiter);
  return {
    executablePath: join(folder, 'chromium'),
    headless: 'shell',
    // The package brings no sandbox helper, and user namespaces are closed on many hosts.
    args: launchArguments({ sandbox: false }),
    env: { ...process.env, LD_LIBRARY_PATH: libraries, FONTCONFIG_FILE: join(folder, 'fonts.conf') },
  };
}

function launchArguments({ sandbox }) {
  return [
    ...(sandbox ? [] : ['--no-sandbox']),
    '--disable-gpu',
    '--disable-quic',
    '--disable-dev-shm-usage',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--font-render-hinting=none',
    '--no-first-run',
  ];
}

/** The folder of the unpacked browser; unpacks it where this has not happened yet, safe against others doing the same. */
async function unpackedFolder() {
  const manifest = join(projectFolder, 'node_modules', '@sparticuz', 'chromium', 'package.json');
  if (!existsSync(manifest)) {
    throw new Error(
      'No Chromium is on this system and the package @sparticuz/chromium is not installed. ' +
        'Run "npm ci", or set CHROME_PATH to the executable of a Chromium, Chrome or Edge.',
    );
  }
  const { version } = JSON.parse(await readFile(manifest, 'utf8'));
  const folder = join(projectFolder, 'node_modules', '.cache', `chromium-${version}`);
  if (existsSync(folder)) return folder;

  await mkdir(dirname(folder), { recursive: true });
  const staging = await mkdtemp(`${folder}-`);
  try {
    await unpackInto(staging);
    await writeFile(join(staging, 'fonts.conf'), fontConfiguration(folder));
    await rename(staging, folder);
  } catch (error) {
    await rm(staging, { recursive: true, force: true });
    // Another process may have been faster, and its folder is as good.
    if (!existsSync(folder)) throw error;
  }
  return folder;
}

/** In a process of its own, because the package reads its folder and its platform from the environment and changes both. */
async function unpackInto(folder) {
  const script = `import chromium from '@sparticuz/chromium'; await chromium.executablePath();`;
  await run(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: projectFolder,
    // Without a Lambda's name the package leaves the shared libraries packed that a bare system lacks.
    env: { ...process.env, TMPDIR: folder, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' },
  });
}

/** The system's fonts where it has some, and those of the package in any case: a bare system draws no text otherwise. */
function fontConfiguration(folder) {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${join(folder, 'fonts')}</dir>
  <cachedir>${join(folder, 'fonts-cache')}</cachedir>
</fontconfig>
`;
}
