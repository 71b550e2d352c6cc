import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from '../support/browserApp.ts'
import { setUpCentre, signInAs } from '../support/pages.ts'
import { screens } from './screens.ts'

/** Judges everything in light colours and once more, in dark ones, what depends on colours. */
async function expectNoViolations(page: Page, what: string): Promise<void> {
  await judge(axeOn(page), `${what}, light`)
  await colour(page, 'dark')
  await judge(axeOn(page).withRules(['color-contrast']), `${what}, dark`)
  await colour(page, 'light')
}

async function colour(page: Page, scheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme: scheme })
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', scheme)
}

/** Axe on a page, in the third of its usual time: the program has no frames from elsewhere, and only violations are told. */
function axeOn(page: Page): AxeBuilder {
  return new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] })
}

async function judge(axe: AxeBuilder, what: string): Promise<void> {
  const { violations } = await axe.analyze()
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
  )
  // One bad screen does not keep the others from being judged.
  expect.soft(found, what).toEqual([])
}

async function openDemo(page: Page): Promise<void> {
  await signInAs(page, /Alicja Malinowska/)
}

const half = Math.ceil(screens.length / 2)
const halves = { first: screens.slice(0, half), second: screens.slice(half) }

for (const [name, walked] of Object.entries(halves)) {
  test(`no accessibility violations in light and dark colours, ${name} half of the screens`, async ({
    open,
  }) => {
    test.setTimeout(600_000)
    const { app, page } = await open({ demo: true })
    await openDemo(page)
    for (const { name, path, ready, act } of walked) {
      await test.step(name, async () => {
        await page.goto(app.origin + path)
        await expect(page.getByText(ready).first()).toBeVisible()
        await act?.(page)
        await expectNoViolations(page, name)
      })
    }
  })
}

test('no accessibility violations in light and dark colours, signing in and locking', async ({ open }) => {
  const { page } = await open({ demo: true })
  await expectNoViolations(page, 'sign-in')
  await openDemo(page)
  await page.keyboard.press('Control+Shift+L')
  await expect(page.getByRole('heading', { name: 'Program jest zablokowany' })).toBeVisible()
  await expectNoViolations(page, 'lock')
})

test('no accessibility violations in the set-up and on the empty pages after it', async ({ open }) => {
  const { app, page } = await open()
  await expect(page.getByRole('heading', { name: 'Witaj w Ośrodku' })).toBeVisible()
  await expectNoViolations(page, 'welcome')
  await page.getByRole('button', { name: 'Załóż ośrodek' }).click()
  await page.getByRole('button', { name: 'Dalej' }).click()
  await expect(page.getByText('Wypełnij to pole.').first()).toBeVisible()
  await expectNoViolations(page, 'set-up with errors')
  await page.reload()
  await setUpCentre(page)
  for (const path of [
    '/',
    '/volunteers',
    '/agreements',
    '/documents',
    '/units',
    '/settings?tab=signatories',
  ]) {
    await page.goto(app.origin + path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expectNoViolations(page, `empty ${path}`)
  }
})

test('nothing is cut off in a small window or at 200 % zoom', async ({ open }) => {
  test.setTimeout(600_000)
  const { app, page } = await open({ demo: true })
  await openDemo(page)
  for (const { name, path, ready } of screens.filter(({ act }) => !act)) {
    await page.goto(app.origin + path)
    await expect(page.getByText(ready).first(), name).toBeAttached()
    for (const size of [
      { width: 1024, height: 700 },
      { width: 720, height: 450 },
    ]) {
      await page.setViewportSize(size)
      // What follows the size of the window is drawn a moment later.
      await expect
        .poll(() => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth), {
          message: `${name} at ${size.width} px is wider than the window by`,
        })
        .toBeLessThanOrEqual(0)
    }
  }
})
