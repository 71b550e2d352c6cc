import { type ChildProcess, spawn } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { type Browser, test as base, chromium, expect, type Page } from '@playwright/test'
import sparticuz from '@sparticuz/chromium'

const root = join(import.meta.dirname, '../..')

/** Names the folder of the example that was filled once for all journeys; workers inherit it. */
export const exampleFolder = 'OSRODEK_EXAMPLE'

/** A running browser shell in a process of its own, as a user would start it. */
export interface BrowserApp {
  folder: string
  origin: string
  /** The first address; it works once. */
  url: string
  process: ChildProcess
  /** Stops the program, waiting for it to end. */
  stop(signal?: NodeJS.Signals): Promise<void>
}

/** Starts the built browser shell on a data folder and waits for its line of JSON. */
export async function startBrowserApp(folder: string, words: string[] = []): Promise<BrowserApp> {
  const child = spawn(
    process.execPath,
    [join(root, 'out/main/browser-main.js'), '--data', folder, '--port', '0', ...words],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  const line = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', resolve)
    child.once('exit', (code) => reject(new Error(`the program ended with ${code}`)))
  })
  const { url } = JSON.parse(line) as { url: string }
  return {
    folder,
    origin: new URL(url).origin,
    url,
    process: child,
    async stop(signal = 'SIGTERM') {
      if (child.exitCode !== null || child.signalCode !== null) return
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.kill(signal)
      await ended
    },
  }
}

/** A data folder that is removed when its owner is done. */
export function temporaryFolder(): { folder: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'osrodek-e2e-'))
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }) }
}

/** Chromium from the npm package; it runs without root and downloads nothing. */
export async function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: await sparticuz.executablePath(),
    // The package's own arguments switch web security off, which would hide what these tests are about.
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      '--font-render-hinting=none',
    ],
  })
}

interface Fixtures {
  /** Starts the program on a fresh folder (or the given one) and opens it in a page. */
  open: (options?: { demo?: boolean; folder?: string }) => Promise<{ app: BrowserApp; page: Page }>
}

/** Playwright's test with our Chromium; every page is watched for errors, foreign requests and blocked content. */
export const test = base.extend<Fixtures, { browser: Browser }>({
  browser: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the parameter's shape
    async ({}, use) => {
      const browser = await launchChromium()
      await use(browser)
      await browser.close()
    },
    { scope: 'worker' },
  ],
  open: async ({ browser }, use) => {
    const closers: (() => Promise<void> | void)[] = []
    const troubles: string[] = []
    await use(async ({ demo = false, folder } = {}) => {
      const own = folder ? undefined : temporaryFolder()
      if (own) closers.push(own.remove)
      const filled = process.env[exampleFolder]
      if (own && demo && filled) cpSync(filled, own.folder, { recursive: true })
      const app = await startBrowserApp(folder ?? own?.folder ?? '', demo ? ['--demo'] : [])
      closers.push(() => app.stop())
      const context = await browser.newContext({
        viewport: { width: 1440, height: 900 },
        locale: 'pl-PL',
        acceptDownloads: true,
        // As an office sets it in Windows: what moves or fades does so at once, and no journey waits for it.
        reducedMotion: 'reduce',
      })
      closers.push(() => context.close())
      context.setDefaultTimeout(15_000)
      const page = await context.newPage()
      page.on('pageerror', (error) => troubles.push(error.message))
      page.on('console', (message) => {
        // What the API refuses is an answer; a part of the page that is not there is a trouble.
        const isAnswer = new URL(message.location().url || app.origin).pathname.startsWith('/api/')
        const expected = isAnswer ? /status of (401|403|404|409|422)/ : /status of (401|403|409|422)/
        if (message.type() === 'error' && !expected.test(message.text())) troubles.push(message.text())
      })
      page.on('request', (request) => {
        if (!/^(blob:|data:)/.test(request.url()) && new URL(request.url()).origin !== app.origin) {
          troubles.push(`a request to ${request.url()}`)
        }
      })
      await page.goto(app.url)
      return { app, page }
    })
    for (const close of closers.reverse()) await close()
    expect(troubles).toEqual([])
  },
})

export { expect } from '@playwright/test'
