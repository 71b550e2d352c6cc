import { copyFileSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { DatabaseRefused, migrate, versionOfFile } from '#main/database/migrate.ts'
import { migrations } from '#main/database/migrations/migrations.ts'
import { makeFileOfVersion, tablesOf, verdictOn, withSqlite } from '#tests/support/databases.ts'
import { hashOf, namesIn, ownFolder } from '#tests/support/folders.ts'

const first = 'CREATE TABLE towns (id INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT;'
const second =
  'CREATE TABLE streets (id INTEGER PRIMARY KEY, town_id INTEGER NOT NULL REFERENCES towns (id)) STRICT;'
const failsInItsSecondStatement =
  'CREATE TABLE houses (id INTEGER PRIMARY KEY) STRICT; INSERT INTO nowhere VALUES (1);'
const leavesOrphans = 'INSERT INTO streets VALUES (1, 1); INSERT INTO streets VALUES (2, 77);'

const noBackup = async () => {
  throw new Error('no backup was expected')
}

/** A file at the version of these migrations, in WAL mode as the application leaves it. */
async function fileAfter(before: readonly string[], content = ''): Promise<string> {
  const file = join(ownFolder(), 'osrodek.db')
  await migrate(file, noBackup, before)
  withSqlite(file, (sqlite) => {
    sqlite.pragma('journal_mode = WAL')
    sqlite.exec(content)
  })
  return file
}

function reasonOf(migrating: Promise<void>): Promise<string> {
  return migrating.then(
    () => 'migrated',
    (error: unknown) => (error instanceof DatabaseRefused ? error.reason : `not a refusal: ${error}`),
  )
}

describe('a new file', () => {
  test('gets the newest schema and the mark of the program, without a backup', async () => {
    const file = join(ownFolder(), 'osrodek.db')
    expect(versionOfFile(file)).toBeUndefined()
    await migrate(file, noBackup)
    expect(versionOfFile(file)).toBe(migrations.length)
    withSqlite(file, (sqlite) => expect(tablesOf(sqlite)).toContain('agreements'))
  })

  test('may be there already as an empty one', async () => {
    const file = join(ownFolder(), 'osrodek.db')
    writeFileSync(file, '')
    await migrate(file, noBackup, [first])
    expect(versionOfFile(file)).toBe(1)
  })

  test('that a failed first migration left can be migrated by a program that does better', async () => {
    const file = join(ownFolder(), 'osrodek.db')
    expect(await reasonOf(migrate(file, noBackup, [failsInItsSecondStatement]))).toBe('migrationFailed')
    await migrate(file, noBackup, [first])
    withSqlite(file, (sqlite) => expect(tablesOf(sqlite)).toEqual(['towns']))
  })
})

describe('an older file', () => {
  test('is backed up once, before anything in it changes', async () => {
    const file = await fileAfter([first], `INSERT INTO towns VALUES (1, 'Łęczna')`)
    const seen: unknown[] = []
    const look = async () => {
      withSqlite(file, (sqlite) =>
        seen.push([sqlite.pragma('user_version', { simple: true }), tablesOf(sqlite)]),
      )
    }
    await migrate(file, look, [first, second, 'CREATE TABLE yards (id INTEGER PRIMARY KEY) STRICT;'])
    expect(seen).toEqual([[1, ['towns']]])
    expect(versionOfFile(file)).toBe(3)
  })

  test('is not migrated when its backup fails', async () => {
    const file = await fileAfter([first])
    const before = hashOf(file)
    const failing = async () => {
      throw new Error('the disk is full')
    }
    expect(await reasonOf(migrate(file, failing, [first, second]))).toBe('migrationFailed')
    expect(hashOf(file)).toBe(before)
  })

  test('keeps its rows through every shipped migration', async () => {
    for (let version = 1; version < migrations.length; version++) {
      const file = await fileAfter(migrations.slice(0, version))
      await migrate(file, async () => {}, migrations.slice(0, version + 1))
      expect(versionOfFile(file)).toBe(version + 1)
      withSqlite(file, (sqlite) => expect(verdictOn(sqlite)).toEqual({ integrity: 'ok', orphans: [] }))
    }
  })

  test('keeps what its documents are made of, and by what its signatories sign', async () => {
    const file = await fileAfter(
      migrations.slice(0, 5),
      `
      INSERT INTO users (id, login, login_key, full_name, role, password_hash, must_change_password, is_active, created_at, sort_key)
        VALUES (1, 'a', 'a', 'Ada', 'administrator', 'x', 0, 1, '2026-01-01T00:00:00.000Z', 'ada');
      INSERT INTO signatories (id, full_name, position, authorisation, valid_from, valid_to, sort_key)
        VALUES (1, 'Maria D', 'Dyrektor', '', '2020-01-01', NULL, 'd'),
               (2, 'Ewa Z', 'Zastępca', 'upoważnienie nr 3/2026', '2026-01-01', '2026-12-31', 'z');
      INSERT INTO template_versions (version, sources, first_used_at) VALUES ('v1', '{}', '2026-01-01T00:00:00.000Z');
      INSERT INTO documents (id, template, template_version, title, number, record_kind, record_id, unit_id, person_name,
          data, input, pdf, sha256, issued_on, issued_at, issued_by)
        VALUES (7, 'letter', 'v1', 'Pismo', '', 'documents', 0, NULL, 'Jan', '{"a":1}', '{"b":2}', x'255044', 'abc',
          '2026-01-02', '2026-01-02T00:00:00.000Z', 1);`,
    )
    await migrate(file, async () => {})
    withSqlite(file, (sqlite) => {
      expect(sqlite.prepare('SELECT * FROM document_contents').all()).toEqual([
        { document_id: 7, data: '{"a":1}', input: '{"b":2}', pdf: Buffer.from('%PD') },
      ])
      expect(sqlite.prepare('SELECT sha256 FROM documents').pluck().all()).toEqual(['abc'])
      expect(sqlite.prepare('SELECT id, is_head, valid_from FROM signatories ORDER BY id').all()).toEqual([
        { id: 1, is_head: 1, valid_from: '2020-01-01' },
        { id: 2, is_head: 0, valid_from: null },
      ])
      expect(
        sqlite.prepare('SELECT signatory_id, number, valid_from, valid_to FROM authorisations').all(),
      ).toEqual([
        {
          signatory_id: 2,
          number: 'upoważnienie nr 3/2026',
          valid_from: '2026-01-01',
          valid_to: '2026-12-31',
        },
      ])
    })
  })

  test('is left alone when it has the newest version already', async () => {
    const file = await fileAfter([first])
    const before = hashOf(file)
    await migrate(file, noBackup, [first])
    expect(hashOf(file)).toBe(before)
    expect(namesIn(join(file, '..'))).toEqual(['osrodek.db'])
  })

  test('may have its tables rebuilt although others refer to them', async () => {
    const file = await fileAfter(
      [first, second],
      `INSERT INTO towns VALUES (1, 'Łęczna'); INSERT INTO streets VALUES (5, 1)`,
    )
    const rebuild = `
      CREATE TABLE new_towns (id INTEGER PRIMARY KEY, name TEXT NOT NULL, post_code TEXT NOT NULL) STRICT;
      INSERT INTO new_towns SELECT id, name, '21-010' FROM towns;
      DROP TABLE towns;
      ALTER TABLE new_towns RENAME TO towns;`
    await migrate(file, async () => {}, [first, second, rebuild])
    withSqlite(file, (sqlite) => {
      expect(
        sqlite.prepare('SELECT * FROM towns JOIN streets ON streets.town_id = towns.id').get(),
      ).toMatchObject({
        post_code: '21-010',
        town_id: 1,
      })
    })
  })
})

describe('a migration that fails', () => {
  test('in its second statement leaves nothing behind and the old version', async () => {
    const file = await fileAfter([first])
    const before = hashOf(file)
    expect(await reasonOf(migrate(file, async () => {}, [first, failsInItsSecondStatement]))).toBe(
      'migrationFailed',
    )
    expect(versionOfFile(file)).toBe(1)
    withSqlite(file, (sqlite) => expect(tablesOf(sqlite)).toEqual(['towns']))
    expect(hashOf(file)).toBe(before)
  })

  test('takes those before it back, so the program of yesterday still opens the file', async () => {
    const file = await fileAfter([first])
    const before = hashOf(file)
    expect(await reasonOf(migrate(file, async () => {}, [first, second, failsInItsSecondStatement]))).toBe(
      'migrationFailed',
    )
    expect(hashOf(file)).toBe(before)
    await migrate(file, noBackup, [first])
  })

  test('because it orphans rows is refused, and the rows are as before', async () => {
    const file = await fileAfter([first, second], `INSERT INTO towns VALUES (1, 'Łęczna')`)
    expect(await reasonOf(migrate(file, async () => {}, [first, second, leavesOrphans]))).toBe(
      'migrationFailed',
    )
    withSqlite(file, (sqlite) => {
      expect(sqlite.prepare('SELECT count(*) FROM streets').pluck().get()).toBe(0)
      expect(verdictOn(sqlite)).toEqual({ integrity: 'ok', orphans: [] })
    })
  })
})

describe('a program that was killed', () => {
  /** The files as they lie there after a migration was committed and before it reached the main file. */
  async function killedAfterCommit(): Promise<string> {
    const file = await fileAfter([first])
    const copy = join(ownFolder(), 'osrodek.db')
    withSqlite(file, (sqlite) => {
      sqlite.exec(`BEGIN; ${second} PRAGMA user_version = 2; COMMIT`)
      for (const suffix of ['', '-wal']) copyFileSync(file + suffix, copy + suffix)
    })
    expect(versionOfFile(copy)).toBe(1)
    return copy
  }

  test('right after a migration finds the file migrated, not a migration that fails', async () => {
    const file = await killedAfterCommit()
    await migrate(file, async () => {}, [first, second])
    withSqlite(file, (sqlite) => expect(tablesOf(sqlite)).toEqual(['streets', 'towns']))
    expect(versionOfFile(file)).toBe(2)
  })

  test('right after a migration is newer for the program of yesterday all the same', async () => {
    const file = await killedAfterCommit()
    expect(await reasonOf(migrate(file, noBackup, [first]))).toBe('newer')
    withSqlite(file, (sqlite) => expect(tablesOf(sqlite)).toEqual(['streets', 'towns']))
  })
})

describe('a file that is not ours to open', () => {
  /** Tries to migrate what `make` put there; tells the reason and shows that nothing was touched or added. */
  async function refusalOf(make: (file: string) => void): Promise<string> {
    const folder = ownFolder()
    const file = join(folder, 'osrodek.db')
    make(file)
    const before = hashOf(file)
    const reason = await reasonOf(migrate(file, noBackup))
    expect(hashOf(file)).toBe(before)
    expect(namesIn(folder)).toEqual(['osrodek.db'])
    return reason
  }

  test('because a newer program wrote it is refused and untouched', async () => {
    expect(await refusalOf((file) => makeFileOfVersion(file, migrations.length + 1, first))).toBe('newer')
  })

  test('because a newer program left it in WAL mode is refused and untouched', async () => {
    const make = (file: string) => {
      makeFileOfVersion(file, migrations.length + 1, first)
      withSqlite(file, (sqlite) => sqlite.pragma('journal_mode = WAL'))
    }
    expect(await refusalOf(make)).toBe('newer')
  })

  test('because another program wrote it is refused and untouched', async () => {
    expect(await refusalOf((file) => withSqlite(file, (sqlite) => sqlite.exec(first)))).toBe('foreign')
  })

  test.each([
    ['a text', Buffer.from('Nazwisko;Imię\nŁukasik;Elżbieta\n'.repeat(40))],
    ['a short text', Buffer.from('x')],
    ['a picture', Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(5000, 7)])],
    ['nothing but zeros', Buffer.alloc(8192)],
  ])('because it is %s is broken and untouched', async (_, bytes) => {
    expect(await refusalOf((file) => writeFileSync(file, bytes))).toBe('broken')
  })

  test.each([16, 50, 99, 100, 512, 4096, 4097, 8192])(
    'because a copy broke off after %i bytes is broken and untouched',
    async (length) => {
      const whole = join(ownFolder(), 'osrodek.db')
      await migrate(whole)
      const bytes = readFileSync(whole)
      expect(bytes.length).toBeGreaterThan(length)
      expect(await refusalOf((file) => writeFileSync(file, bytes.subarray(0, length)))).toBe('broken')
    },
  )

  test('because it is a folder is refused and untouched', async () => {
    const folder = ownFolder()
    const inside = join(folder, 'osrodek.db')
    mkdirSync(inside)
    writeFileSync(join(inside, 'letter.txt'), 'somebody put it there')
    expect(await reasonOf(migrate(inside))).toBe('foreign')
    expect(namesIn(inside)).toEqual(['letter.txt'])
  })

  test('because it lies where nothing can be written is unwritable', async () => {
    const folder = ownFolder()
    const file = join(folder, 'osrodek.db')
    symlinkSync(join(folder, 'a-disk-that-is-gone', 'osrodek.db'), file)
    expect(await reasonOf(migrate(file))).toBe('unwritable')
    expect(existsSync(file)).toBe(false)
  })
})
