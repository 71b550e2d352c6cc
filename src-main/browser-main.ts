import { join } from 'node:path'
import { parseArgs } from 'node:util'
import open from 'open'
import { dataFolder } from './data-folder.ts'
import { DatabaseRefused } from './database/migrate.ts'
import { openHttpDoor } from './doors/http-door.ts'
import { createServer } from './server.ts'

/**
 * The browser shell: the application on 127.0.0.1, in the user's own browser.
 *
 * `--data DIR` and `--port N` choose folder and port, `--demo` the example data. Without `--open` it prints one
 * line of JSON (`{"url", "token"}`) for the program that started it; with it, sentences for a person, and opens
 * the browser.
 */
async function main(): Promise<void> {
  const { values: options } = parseArgs({
    options: {
      data: { type: 'string' },
      port: { type: 'string', default: '0' },
      demo: { type: 'boolean', default: false },
      open: { type: 'boolean', default: false },
    },
  })
  const root = join(import.meta.dirname, '../..')
  const server = await createServer({
    dataFolder: dataFolder(options.data),
    resourcesFolder: join(root, 'resources'),
    demo: options.demo,
  })
  const door = await openHttpDoor({
    router: server.router,
    log: server.log,
    pageFolder: join(root, 'out/renderer'),
    port: Number(options.port),
  })

  const close = async () => {
    await door.close()
    await server.close()
    process.exit(0)
  }
  process.once('SIGINT', close)
  process.once('SIGTERM', close)
  process.on('uncaughtException', (error) => {
    server.log.fatal({ err: { name: error.name } }, 'unforeseen end')
    process.exit(1)
  })

  if (!options.open) {
    console.log(JSON.stringify(door.newAddress()))
    return
  }
  const show = async () => {
    const { url } = door.newAddress()
    console.log(`Ośrodek: ${url}`)
    await open(url).catch(() => {})
  }
  await show()
  console.log('Zostaw to okno otwarte. Enter otwiera program w nowej karcie, Ctrl+C kończy pracę.')
  if (process.stdin.isTTY) process.stdin.on('data', show)
}

main().catch((error: unknown) => {
  const isInUse = error instanceof DatabaseRefused && error.reason === 'inUse'
  const isPortTaken = (error as { code?: string }).code === 'EADDRINUSE'
  console.error(
    isInUse
      ? 'Ośrodek jest już uruchomiony na tym folderze danych. Wróć do otwartego okna albo zamknij tamten program.'
      : isPortTaken
        ? 'Ten port jest zajęty przez inny program. Podaj inny po --port albo pomiń tę opcję.'
        : 'Ośrodek nie mógł się uruchomić.',
  )
  // Kind and place only: a message of SQLite or JSON may quote what somebody typed.
  if (!isInUse && !isPortTaken && error instanceof Error)
    console.error(error.name, error.stack?.split('\n').slice(1).join('\n'))
  process.exit(1)
})
