import { exampleFolder, startBrowserApp, temporaryFolder } from './browserApp.ts'

/** Playwright runs this once before all journeys: it fills the example, which takes longer than most of them. */
export default async function fillExample(): Promise<() => void> {
  const { folder, remove } = temporaryFolder()
  const app = await startBrowserApp(folder, ['--demo'])
  await app.stop()
  process.env[exampleFolder] = folder
  return remove
}
