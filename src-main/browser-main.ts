import { join } from 'node:path'
import { parseArgs } from 'node:util'
import open from 'open'
import { dataFolder } from './data-folder.ts'
import { DatabaseRefused } from './database/migrate.ts'
import { openHttpDoor } from './doors/http-door.ts'
import { keepHeapSmall } from './heap.ts'
import { describe } from './kit/pipeline.ts'
import { createServer } from './server.ts'

const portProblem = 'Po --port podaj liczbę całkowitą od 0 do 65535.'
const optionProblem =
  'Nieznana opcja albo brak jej wartości. Możesz podać: --data FOLDER, --port NUMER, --demo.'

/** What was typed after the name of the program makes no sense; the message says so to a person. */
class WrongOption extends Error {}

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        data: { type: 'string' },
        port: { type: 'string', default: '0' },
        demo: { type: 'boolean', default: false },
        open: { type: 'boolean', default: false },
      },
    })
    const port = Number(values.port)
    if (!/^\d+$/.test(values.port) || port > 65_535) throw new WrongOption(portProblem)
    return { ...values, port }
  } catch (error) {
    const isUnreadable = String((error as { code?: unknown }).code).startsWith('ERR_PARSE_ARGS_')
    throw isUnreadable ? new WrongOption(optionProblem) : error
  }
}

/**
 * The browser shell: the application on 127.0.0.1, in the user's own browser.
 *
 * `--data DIR` and `--port N` choose folder and port, `--demo` the example data. Without `--open` it prints one
 * line of JSON (`{"url", "token"}`) for the program that started it; with it, sentences for a person, and opens
 * the browser.
 */
async function main(): Promise<void> {
  keepHeapSmall()
  const options = readOptions()
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
    port: options.port,
  })

  const close = async () => {
    await door.close()
    await server.close()
    process.exit(0)
  }
  process.once('SIGINT', close)
  process.once('SIGTERM', close)
  process.on('uncaughtException', (error) => {
    server.log.fatal({ err: describe(error) }, 'unforeseen end')
    process.exit(1)
  })
  // One call that fails by itself must not end everybody's work.
  process.on('unhandledRejection', (error) => {
    server.log.error({ err: describe(error) }, 'unforeseen rejection')
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
  const known = sentenceFor(error)
  console.error(known ?? 'Ośrodek nie mógł się uruchomić.')
  if (!known) {
    // Kind and place only: a message of SQLite or JSON may quote what somebody typed.
    const { name, code = '', stack } = describe(error)
    console.error(name, code, `\n${stack.join('\n')}`)
  }
  process.exit(1)
})

/** What a person can do about a start that failed, where that is known. */
function sentenceFor(error: unknown): string | undefined {
  if (error instanceof WrongOption) return error.message
  if (error instanceof DatabaseRefused && error.reason === 'inUse')
    return 'Ośrodek jest już uruchomiony na tym folderze danych. Wróć do otwartego okna albo zamknij tamten program.'
  if ((error as { code?: unknown } | null)?.code === 'EADDRINUSE')
    return 'Ten port jest zajęty przez inny program. Podaj inny po --port albo pomiń tę opcję.'
  return undefined
}
