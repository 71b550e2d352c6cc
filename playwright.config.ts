import { defineConfig } from '@playwright/test'

/** End-to-end journeys: the built application in its browser shell, in the Chromium that an npm package carries. */
export default defineConfig({
  testDir: 'tests',
  testMatch: '**/*.e2e.ts',
  fullyParallel: true,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  outputDir: 'test-results',
})
