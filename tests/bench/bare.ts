import { openSqlite, type Sqlite } from '#main/database/database.ts'

/** One statement as a call sent it. */
export interface Sent {
  text: string
  parameters: unknown[]
}

/** Notes every statement that connections opened from now on send, until `stop`. */
export function recordStatements(): { take(): Sent[]; stop(): void } {
  let sent: Sent[] = []
  const prototype = prototypeOfSqlite()
  const { prepare } = prototype
  prototype.prepare = function (this: Sqlite, text: string) {
    const statement = prepare.call(this, text)
    const noting =
      <Result>(run: (parameters: unknown[]) => Result) =>
      (parameters: unknown[]) => {
        sent.push({ text, parameters })
        return run(parameters)
      }
    statement.all = noting(statement.all.bind(statement))
    statement.run = noting(statement.run.bind(statement))
    return statement
  } as never
  return {
    take() {
      const taken = sent
      sent = []
      return taken
    },
    stop() {
      prototype.prepare = prepare
    },
  }
}

function prototypeOfSqlite(): Sqlite {
  const sqlite = openSqlite(':memory:')
  sqlite.close()
  return Object.getPrototypeOf(sqlite)
}

/** Every statement of a read, prepared once. */
export function bareRead(sqlite: Sqlite, sent: Sent[]): () => unknown {
  const steps = ofHandler(sent).map(({ text, parameters }) => ({
    statement: sqlite.prepare(text),
    parameters,
  }))
  return () => {
    for (const { statement, parameters } of steps) statement.all(parameters)
  }
}

/** Every statement of a command, from `begin` to `commit`, each time on the version it left behind. */
export function bareWrite(sqlite: Sqlite, sent: Sent[]): () => void {
  const steps = ofHandler(sent).map(({ text, parameters }) => {
    const beforeVersion = text.indexOf('"version" = ?')
    return {
      statement: sqlite.prepare(text),
      parameters: [...parameters],
      versionAt: beforeVersion < 0 ? undefined : text.slice(0, beforeVersion).split('?').length - 1,
    }
  })
  return () => {
    for (const { statement, parameters, versionAt } of steps) {
      if (versionAt !== undefined) parameters[versionAt] = (parameters[versionAt] as number) + 1
      const result = statement.reader ? undefined : statement.run(parameters)
      if (statement.reader) statement.all(parameters)
      if (versionAt !== undefined && result?.changes !== 1)
        throw new Error('the bare twin writes another row')
    }
  }
}

/** What a handler sent: all but the first statement, with which the pipeline finds who is calling. */
function ofHandler([, ...sent]: Sent[]): Sent[] {
  if (sent.length === 0) throw new Error('the call sent no statement of its own')
  return sent
}
