import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    globalSetup: ['tests/support/built.ts', 'tests/support/founded.ts'],
    environment: 'node',
    // Argon2 and the compiler of documents are native and busy; two cores, two workers.
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 20_000,
    projects: [
      {
        extends: true,
        // Nothing of the program is held in a module, so files share what a worker has loaded once.
        test: {
          name: 'program',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/shells/**'],
          isolate: false,
        },
      },
      { extends: true, test: { name: 'shells', include: ['tests/shells/**/*.test.ts'] } },
    ],
  },
})
