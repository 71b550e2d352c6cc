/** The inside of a utility process of the stand-in: `process.parentPort` as Electron gives it, then the program. */
import { EventEmitter } from 'node:events'
import { parentPort as toMain, workerData } from 'node:worker_threads'
import type * as Electron from 'electron'
import { cloned, type Parcel, PortMain } from './electronPorts.ts'

const waiting: Parcel[] = []

const parentPort = Object.assign(new EventEmitter(), {
  postMessage: (message: unknown) => toMain?.postMessage(cloned(message)),
} satisfies Pick<Electron.ParentPort, 'postMessage'>)

function deliver({ data, ports }: Parcel): void {
  parentPort.emit('message', { data, ports: ports.map((port) => new PortMain(port)) })
}

toMain?.on('message', (parcel: Parcel) => {
  if (parentPort.listenerCount('message') > 0) deliver(parcel)
  else waiting.push(parcel)
})
// Electron keeps messages until somebody listens.
parentPort.on('newListener', (event) => {
  if (event === 'message') queueMicrotask(() => waiting.splice(0).forEach(deliver))
})

Object.assign(process, { parentPort })
process.argv = [process.execPath, workerData.modulePath, ...workerData.args]
await import(workerData.modulePath)
