import { EventEmitter } from 'node:events'
import { existsSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import type * as Electron from 'electron'
import { cloned, type Parcel, surrendered } from './electronPorts.ts'

/** Electron's `UtilityProcess`: a thread of its own that runs the real module. */
export class ServerProcess
  extends EventEmitter
  implements Pick<Electron.UtilityProcess, 'postMessage' | 'kill'>
{
  /** Everything that the main process told it. */
  readonly orders: unknown[] = []
  readonly modulePath: string
  readonly args: string[]
  readonly options: Electron.ForkOptions
  wasKilled = false
  #hangs = false
  readonly #worker: Worker

  constructor(modulePath: string, args: string[], options: Electron.ForkOptions) {
    super()
    if (!existsSync(modulePath)) throw new Error(`no such module: ${modulePath}`)
    this.modulePath = modulePath
    this.args = args
    this.options = options
    this.#worker = new Worker(new URL('./electronServerProcess.ts', import.meta.url), {
      workerData: { modulePath, args },
      execArgv: [],
    })
    this.#worker.on('message', (message) => this.emit('message', message))
    // What the module threw is told by its exit code, as in a process.
    this.#worker.on('error', () => {})
    this.#worker.on('exit', (code) => this.emit('exit', code))
  }

  postMessage(message: unknown, transfer: Electron.MessagePortMain[] = []): void {
    this.orders.push(message)
    const ports = surrendered(transfer)
    if (!this.#hangs) this.#worker.postMessage({ data: cloned(message), ports } satisfies Parcel, ports)
  }

  kill(): boolean {
    this.wasKilled = true
    void this.#worker.terminate()
    return true
  }

  /** From now on nothing reaches the process, as if it were stuck. */
  hang(): void {
    this.#hangs = true
  }

  /** The process dies by itself. */
  async crash(): Promise<void> {
    await this.#worker.terminate()
  }
}
