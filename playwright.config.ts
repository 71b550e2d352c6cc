import { defineConfig } from '@playwright/test'

/** End-to-end journeys: the built application in its browser shell, in the Chromium that an npm package carries. */
export default defineConfig({
  testDir: 'tests',
  testMatch: '**/*.e2e.ts',
  globalSetup: './tests/support/example.ts',
  fullyParallel: true,
  // One for each core of the smallest machine: with more, all of them wait.
  workers: 2,
  timeout: 60_000,
  // A machine that is busy with something else is too slow once; such a test is named as flaky and not passed over.
  retries: 1,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  outputDir: 'test-results',
})
