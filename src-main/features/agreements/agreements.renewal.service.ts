import { setImmediate } from 'node:timers/promises'
import {
  type AnnexFields,
  type annexesContract,
  type ExtensionOutcome,
  maxExtendedAtOnce,
} from '#shared/features/agreements/agreements.annexes.contract.ts'
import { annexObstacles, crossing } from '#shared/features/agreements/agreements.annexes.rules.ts'
import type { Agreement } from '#shared/features/agreements/agreements.contract.ts'
import type { Obstacle } from '#shared/features/agreements/agreements.obstacles.rules.ts'
import type { agreementsRegister } from '#shared/features/agreements/agreements.register.ts'
import type { Register } from '#shared/kit/register/register.ts'
import type { Db } from '../../database/database.ts'
import { freezePdfs } from '../../documents/issuing.ts'
import type { QueryContext } from '../../kit/context.ts'
import { ruleBroken } from '../../kit/errors.ts'
import { type Handlers, inSteps } from '../../kit/handlers.ts'
import { listIds } from '../../kit/register/list.queries.ts'
import { checkReadable, readerOf } from '../../kit/register/reader.ts'
import type { RegisterList } from '../../kit/register/register-list.ts'
import { baseOf, concludeAnnex, draftAnnex } from './agreements.annexes.service.ts'
import { surroundingsOf } from './agreements.document.service.ts'
import * as life from './agreements.life.queries.ts'
import { agreementsList } from './agreements.list.queries.ts'

type Handled = Pick<Handlers<typeof annexesContract>, 'checkExtension' | 'extend'>
type Asked = Parameters<Handled['checkExtension']>[1]

/** Agreements handled between two breaths, in which other calls are served. */
const portion = 20
const maxToldRefusals = 200

const list = agreementsList as RegisterList<typeof agreementsRegister> as unknown as RegisterList<Register>

async function selectedIds(
  db: Db,
  context: Pick<QueryContext, 'user' | 'today' | 'services'>,
  asked: Asked,
): Promise<number[]> {
  const reader = readerOf(list, context)
  checkReadable(list, reader, asked)
  const inOrder = { ...asked, sort: list.register.mainField, direction: 'ascending' as const }
  const ids = await listIds(db, list, reader, inOrder, asked.selection, maxExtendedAtOnce + 1)
  if (ids.length > maxExtendedAtOnce)
    throw ruleBroken('list.errors.tooManyToChange', { max: maxExtendedAtOnce })
  return ids
}

/** The annex by which an agreement would last until that day, and what stops it. */
async function extensionOf(db: Db, id: number, asked: Asked, today: string) {
  const base = await baseOf(db, id)
  const { endsOn, concludedOn, concludedIn, validFrom, signatoryId } = asked
  const annex: AnnexFields = {
    ...base,
    agreementId: id,
    clauses: ['end'],
    freeText: '',
    endsOn,
    concludedOn,
    concludedIn,
    validFrom,
    signatoryId,
  }
  const around = await surroundingsOf(db, { ...base, endsOn, signatoryId }, id, today, validFrom)
  const lived = await life.lifeOf(db, id)
  const isShortening = base.endsOn === null || base.endsOn > endsOn
  const stop: Obstacle | undefined = isShortening
    ? { key: 'agreements.obstacles.notLonger', level: 'stop' }
    : annexObstacles(base, annex, around, lived).find(({ level }) => level === 'stop')
  return { base, annex, stop }
}

function titleOf({ number, volunteerName }: Agreement): string {
  return [number, volunteerName].filter(Boolean).join(', ')
}

/** Looks at each selected agreement, and hands those that can be lengthened on. */
async function extend(
  db: Db,
  context: Pick<QueryContext, 'user' | 'today' | 'services'>,
  asked: Asked,
  conclude: (annex: AnnexFields) => Promise<unknown>,
): Promise<ExtensionOutcome> {
  const ids = await selectedIds(db, context, asked)
  const outcome: ExtensionOutcome = { selected: ids.length, extended: 0, becomeLong: 0, refused: [] }
  for (const [index, id] of ids.entries()) {
    if (index % portion === portion - 1) await setImmediate()
    const { base, annex, stop } = await extensionOf(db, id, asked, context.today)
    if (stop) {
      if (outcome.refused.length < maxToldRefusals)
        outcome.refused.push({ id, title: titleOf(base), obstacle: stop })
      continue
    }
    outcome.extended++
    if (crossing(base, { ...base, endsOn: asked.endsOn }) === 'becomesLong') outcome.becomeLong++
    await conclude(annex)
  }
  return outcome
}

export const renewalHandlers: Handled = {
  checkExtension: (context, asked) => extend(context.db, context, asked, async () => {}),

  extend: inSteps({
    run: async (context, { expected, ...asked }) => {
      const outcome = await extend(context.tx, context, asked, async (annex) => {
        const id = await draftAnnex(context, annex)
        await concludeAnnex(context, { id, version: 1, isPaper: false })
      })
      if (outcome.extended !== expected) throw ruleBroken('list.errors.selectionChanged')
      return outcome
    },
    after: async ({ db, services, transaction }) => {
      await freezePdfs(db, services, transaction)
    },
  }),
}
