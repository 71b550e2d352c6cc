/** The names under which Electron's processes speak to each other; there are no others. */
export const channels = {
  /** page → main: asks for a port to the server; main → page: hands it over. */
  port: 'osrodek:port',
  /** page → main: saves bytes in a file that the user chooses. */
  saveFile: 'osrodek:save-file',
} as const

/** What the main process tells the server. */
export type ServerOrder = { type: 'port' } | { type: 'close' }

/** What the server tells the main process. */
export type ServerReport = { type: 'ready' } | { type: 'failed'; reason: 'inUse' | 'unknown' }
