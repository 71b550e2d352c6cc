import { EventEmitter } from 'node:events'
import { MessageChannel, type MessagePort as NodePort } from 'node:worker_threads'
import type * as Electron from 'electron'

/** What travels between two ends of a channel of the stand-in: a message and the ports that go with it. */
export interface Parcel {
  data: unknown
  ports: NodePort[]
}

/** What Electron does to every message on its way: a structured clone, or a refusal. */
export function cloned<Value>(value: Value): Value {
  try {
    return structuredClone(value)
  } catch {
    throw new Error('An object could not be cloned.')
  }
}

type Main = Pick<Electron.MessagePortMain, 'postMessage' | 'start' | 'close'>

/**
 * Electron's `MessagePortMain`: an emitter whose messages wait until `start()` (Node's own port starts with its
 * first listener), and which is of no use once it was transferred.
 */
export class PortMain extends EventEmitter implements Main {
  #raw: NodePort | undefined

  constructor(raw: NodePort) {
    super()
    this.#raw = raw
    raw.once('close', () => this.emit('close'))
  }

  start(): void {
    this.#raw?.on('message', ({ data, ports }: Parcel) => {
      this.emit('message', { data, ports: ports.map((port) => new PortMain(port)) })
    })
  }

  postMessage(message: unknown, transfer: Electron.MessagePortMain[] = []): void {
    const ports = surrendered(transfer)
    this.#raw?.postMessage({ data: cloned(message), ports } satisfies Parcel, ports)
  }

  close(): void {
    this.#raw?.close()
  }

  /** Gives the port away, as a transfer does. */
  surrender(): NodePort {
    const raw = this.#raw
    if (!raw) throw new Error('Port at index 0 is already neutered')
    this.#raw = undefined
    raw.removeAllListeners()
    return raw
  }
}

/** The ports of a transfer list as they travel. */
export function surrendered(ports: readonly Electron.MessagePortMain[]): NodePort[] {
  return ports.map((port) => (port as unknown as PortMain).surrender())
}

/** Electron's `MessageChannelMain`. */
export class ChannelMain {
  readonly port1: PortMain
  readonly port2: PortMain

  constructor() {
    const { port1, port2 } = new MessageChannel()
    this.port1 = new PortMain(port1)
    this.port2 = new PortMain(port2)
  }
}

type Dom = Pick<MessagePort, 'postMessage' | 'start' | 'close' | 'addEventListener'>

/** The `MessagePort` of a page: an event target whose messages wait until `start()`. */
export class PagePort extends EventTarget implements Dom {
  readonly #raw: NodePort

  constructor(raw: NodePort) {
    super()
    this.#raw = raw
    raw.once('close', () => this.dispatchEvent(new Event('close')))
  }

  start(): void {
    this.#raw.on('message', ({ data }: Parcel) => this.dispatchEvent(new MessageEvent('message', { data })))
  }

  postMessage(message: unknown): void {
    this.#raw.postMessage({ data: cloned(message), ports: [] } satisfies Parcel)
  }

  close(): void {
    this.#raw.close()
  }
}
