import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { expect, onTestFinished, test, vi } from 'vitest'
import { ownFolder } from '#tests/support/folders.ts'

const program = join(import.meta.dirname, '../../out/main/browser-main.js')

function start(words: string[], nodeWords: string[] = []) {
  const child = spawn(process.execPath, [...nodeWords, program, ...words])
  onTestFinished(() => void child.kill('SIGKILL'))
  return child
}

test.each([
  [['--port', 'abc'], 'Po --port podaj liczbę całkowitą od 0 do 65535.\n'],
  [['--port', '65536'], 'Po --port podaj liczbę całkowitą od 0 do 65535.\n'],
  [['--port='], 'Po --port podaj liczbę całkowitą od 0 do 65535.\n'],
  [
    ['--prot', '5'],
    'Nieznana opcja albo brak jej wartości. Możesz podać: --data FOLDER, --port NUMER, --demo.\n',
  ],
  [['--port'], 'Nieznana opcja albo brak jej wartości. Możesz podać: --data FOLDER, --port NUMER, --demo.\n'],
])(
  'started with %j the program says in one sentence what is wrong and touches nothing',
  async (words, said) => {
    const folder = join(ownFolder(), 'data')
    const child = start(['--data', folder, ...words])
    const ended = once(child, 'exit')
    expect(await text(child.stderr)).toBe(said)
    expect(await ended).toEqual([1, null])
    expect(existsSync(folder)).toBe(false)
  },
)

test('a promise that fails unheard is logged by its kind and place, and the work goes on', async () => {
  const folder = ownFolder()
  const failOnOrder =
    "process.stdin.on('data', () => void Promise.reject(new Error('Łukasik\\n    at home')))"
  const child = start(
    ['--data', folder],
    ['--import', `data:text/javascript,${encodeURIComponent(failOnOrder)}`],
  )
  const [line] = await once(createInterface({ input: child.stdout }), 'line')
  const { url } = JSON.parse(line as string) as { url: string }
  child.stdin.write('now')
  const log = () => readFileSync(join(folder, 'osrodek.log'), 'utf8')
  await vi.waitUntil(() => log().includes('unforeseen rejection'), { timeout: 60_000 })
  expect(log()).not.toMatch(/Łukasik|at home/)
  expect((await fetch(url, { redirect: 'manual' })).status).toBeLessThan(400)
})
