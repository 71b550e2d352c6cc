import { spawn } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { _electron, type ElectronApplication, expect, test } from '@playwright/test'
import { temporaryFolder } from '../support/browserApp.ts'
import { setUpCentre, signIn } from '../support/pages.ts'

const root = join(import.meta.dirname, '../..')
const electronFolder = join(root, 'node_modules/electron')
// Chromium refuses its sandbox to root alone.
const isSandboxed = process.getuid?.() !== 0

/** Electron's program, or why these tests cannot run here. */
function electronProgram(): { path: string } | { reason: string } {
  const pathFile = join(electronFolder, 'path.txt')
  if (!existsSync(pathFile)) {
    return {
      reason: 'the program of Electron is not here; `node node_modules/electron/install.js` fetches it',
    }
  }
  const path = join(electronFolder, 'dist', readFileSync(pathFile, 'utf8'))
  if (!existsSync(path)) return { reason: `there is no ${path}` }
  const hasScreen = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY
  return hasScreen ? { path } : { reason: 'there is no screen; `xvfb-run` makes one' }
}

const electron = electronProgram()
if ('reason' in electron) {
  if (process.env.OSRODEK_SHELL === 'electron') throw new Error(electron.reason)
  // Reporters do not show why a test was skipped. The runner reads this file once, and each worker again.
  if (!process.env.TEST_WORKER_INDEX) console.log(`Skipped, tests in Electron: ${electron.reason}`)
}

test.skip('reason' in electron, 'reason' in electron ? electron.reason : '')

/** Starts the built program on a data folder, as `npm start` does. */
function launch(data: string): Promise<ElectronApplication> {
  return _electron.launch({ args: [root, '--data', data], cwd: root, chromiumSandbox: isSandboxed })
}

/** Asks the program to end, and waits until it has. */
async function quit(program: ElectronApplication): Promise<void> {
  const ended = program.waitForEvent('close')
  await program.evaluate(({ app }) => app.quit())
  await ended
}

test('the program in Electron: set up, work, stay inside, start twice, end, start again', async () => {
  test.setTimeout(180_000)
  const { folder, remove } = temporaryFolder()
  const data = join(folder, 'data')
  const program = await launch(data)
  const windowFolder = await program.evaluate(({ app }) => app.getPath('userData'))
  const page = await program.firstWindow()
  const troubles: string[] = []
  page.on('pageerror', (error) => troubles.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') troubles.push(message.text())
  })

  await test.step('the page is ours, sandboxed, and shows the first run', async () => {
    await expect(page.getByRole('button', { name: 'Załóż ośrodek' })).toBeVisible()
    expect(page.url()).toBe('app://osrodek/')
    const world = await page.evaluate(() => ({
      exposed: Object.keys(window.osrodekShell ?? {}).sort(),
      node: [typeof Reflect.get(window, 'require'), typeof Reflect.get(window, 'process')],
    }))
    expect(world).toEqual({ exposed: ['requestPort', 'saveFile'], node: ['undefined', 'undefined'] })
  })

  await test.step('calls reach the server: the centre is set up', () => setUpCentre(page))

  await test.step('images from memory are shown, as documents are', async () => {
    const width = await page.evaluate(async () => {
      const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="7" height="7"/>'
      const image = new Image()
      image.src = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
      await image.decode()
      return image.width
    })
    expect(width).toBe(7)
    expect(troubles).toEqual([])
  })

  await test.step('a file is saved where the user says', async () => {
    const target = join(folder, 'Porozumienie.pdf')
    await program.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath })
    }, target)
    const saved = await page.evaluate(() =>
      window.osrodekShell?.saveFile('Porozumienie.pdf', new Uint8Array([37, 80, 68, 70])),
    )
    expect(saved).toBe(target)
    expect(readFileSync(target, 'utf8')).toBe('%PDF')
  })

  await test.step('there is no way out', async () => {
    const before = page.url()
    expect(await page.evaluate(() => window.open('https://example.org/'))).toBe(null)
    expect(await page.evaluate(() => window.open('app://osrodek/'))).toBe(null)
    await page.evaluate(() => {
      window.location.href = 'https://example.org/'
    })
    expect(await page.evaluate(() => fetch('https://example.org/').catch(() => 'refused'))).toBe('refused')
    const permission = await page.evaluate(() => Notification.requestPermission())
    expect(permission).toBe('denied')
    expect(page.url()).toBe(before)
    expect(program.windows()).toHaveLength(1)
  })

  await test.step('a second start ends at once and leaves the first window', async () => {
    if ('reason' in electron) return
    const words = [...(isSandboxed ? [] : ['--no-sandbox']), root, '--data', data]
    const second = spawn(electron.path, words, { cwd: root, stdio: 'ignore' })
    const code = await new Promise((resolve) => second.once('exit', resolve))
    expect(code).toBe(0)
    expect(program.windows()).toHaveLength(1)
    await expect(page.getByRole('heading', { name: 'Dzień dobry, Anna Administrator' })).toBeVisible()
  })

  await test.step('a page that is loaded again has a session of its own', async () => {
    await page.reload()
    await signIn(page)
    await expect(page.getByRole('heading', { name: 'Dzień dobry, Anna Administrator' })).toBeVisible()
  })

  await test.step('the program ends and starts again on the same data', async () => {
    await quit(program)
    const again = await launch(data)
    const fresh = await again.firstWindow()
    await signIn(fresh)
    await expect(fresh.getByRole('heading', { name: 'Dzień dobry, Anna Administrator' })).toBeVisible()
    await quit(again)
  })

  rmSync(windowFolder, { recursive: true, force: true, maxRetries: 3 })
  remove()
})
