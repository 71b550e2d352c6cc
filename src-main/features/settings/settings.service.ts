import type {
  Centre,
  Frame,
  Settings,
  settingsContract,
} from '#shared/features/settings/settings.contract.ts'
import type { Db, Tx } from '../../database/database.ts'
import type { PublicQueryContext, Services } from '../../kit/context.ts'
import { conflict, ruleBroken } from '../../kit/errors.ts'
import { type Handlers, inSteps } from '../../kit/handlers.ts'
import { countDaysAnew } from '../../kit/register/bin.queries.ts'
import {
  beginSession,
  createAccount,
  findAccount,
  hashPassword,
  listDemoAccounts,
} from '../accounts/accounts.service.ts'
import { installClauses } from '../clauses/clauses.service.ts'
import { installTextBlocks } from '../text-blocks/text-blocks.service.ts'
import * as queries from './settings.queries.ts'

/** Minutes until an idle session locks, until somebody sets otherwise. */
const defaultIdleMinutes = 10

/** Does the database belong to a centre yet? */
export async function isSetUp(db: Db): Promise<boolean> {
  return (await queries.findSettings(db)) !== undefined
}

/** The centre as it stands on letterheads; only called once it is set up. */
export async function getCentre(db: Db): Promise<Centre> {
  const settings = await queries.findSettings(db)
  if (!settings) throw ruleBroken('settings.errors.notSetUp')
  return settings
}

/** Was something emptied from the bin that can still be read from the file? The bin asks and notes it. */
export const { isEmptying, markEmptying } = queries

/** Records the centre and installs the shipped texts: the first thing that happens in a new database. */
export async function installCentre(
  tx: Tx,
  centre: Centre,
  options: { isDemo: boolean; at: string },
): Promise<void> {
  await queries.insertSettings(tx, centre, { idleMinutes: defaultIdleMinutes, isDemo: options.isDemo })
  await installClauses(tx, options.at)
  await installTextBlocks(tx)
}

async function getSettings(db: Db, services: Services): Promise<Settings> {
  const settings = await queries.findSettings(db)
  if (!settings) throw ruleBroken('settings.errors.notSetUp')
  const { isDemo: _, ...rest } = settings
  return { ...rest, dataFolder: services.storage.folder }
}

/** The opening of the example that is under way. */
const openings = new WeakMap<Services, Promise<void>>()

/** Opens the example and fills it; a second window that asks at the same moment waits for the same one. */
function openExample(services: Services): Promise<void> {
  const underWay = openings.get(services)
  if (underWay) return underWay
  const opening = services.storage
    .switchTo('demo', { fresh: true })
    .then(services.fillDemo)
    .finally(() => openings.delete(services))
  openings.set(services, opening)
  return opening
}

async function frame(context: PublicQueryContext): Promise<Frame> {
  const { services, session, today } = context
  const nothing: Frame = {
    state: 'refused',
    reason: services.refusal,
    appVersion: services.appVersion,
    centreName: '',
    centreTown: '',
    isDemo: false,
    demoAccounts: [],
    user: null,
    mustChangePassword: false,
    idleMinutes: defaultIdleMinutes,
    today,
    didBackupFail: services.storage.didBackupFail,
  }
  if (services.refusal) return nothing
  const settings = await queries.findSettings(context.db)
  if (!settings) return { ...nothing, state: 'needsSetUp' }
  const account = session.userId === null ? undefined : await findAccount(context.db, session.userId)
  return {
    ...nothing,
    state: !account ? 'signedOut' : session.isLocked ? 'locked' : 'ready',
    centreName: settings.name,
    centreTown: settings.town,
    isDemo: settings.isDemo,
    demoAccounts: settings.isDemo ? await listDemoAccounts(context.db) : [],
    user: account
      ? {
          id: account.id,
          login: account.login,
          fullName: account.fullName,
          role: account.role,
          verification: account.verification,
          unitName: account.unitName,
        }
      : null,
    mustChangePassword: account?.mustChangePassword ?? false,
    idleMinutes: settings.idleMinutes,
  }
}

export const settingsHandlers: Handlers<typeof settingsContract> = {
  frame,

  setUp: inSteps({
    before: async ({ db }, { administrator }) => {
      if (await queries.findSettings(db)) throw ruleBroken('settings.errors.alreadySetUp')
      return hashPassword(administrator.password)
    },
    run: async (context, { centre, administrator }, passwordHash) => {
      const { tx, today, now, record, services } = context
      // Asked again inside the transaction: two windows may finish the set-up at the same moment.
      if (await queries.findSettings(tx)) throw ruleBroken('settings.errors.alreadySetUp')
      await installCentre(tx, centre, { isDemo: false, at: now })
      const userId = await createAccount(tx, {
        login: administrator.login,
        fullName: administrator.fullName,
        role: 'administrator',
        unitId: null,
        passwordHash,
        mustChangePassword: false,
        createdAt: now,
      })
      await services.foundCentre(tx, today, now)
      await record({ kind: 'settings', recordId: 1, action: 'setUp', after: centre, by: userId })
      beginSession(context, userId)
    },
  }),

  openDemo: async ({ db, services, session }) => {
    if (await queries.findSettings(db)) throw ruleBroken('settings.errors.alreadySetUp')
    await openExample(services)
    session.userId = null
  },

  closeDemo: async ({ db, services, session }) => {
    if (!(await queries.findSettings(db))?.isDemo) throw ruleBroken('settings.errors.notDemo')
    session.userId = null
    await services.storage.switchTo('main')
  },

  get: ({ db, services }) => getSettings(db, services),

  changeCentre: async ({ tx, services, record }, { version, ...centre }) => {
    const before = await getSettings(tx, services)
    if (!(await queries.updateCentre(tx, version, centre))) throw conflict(before)
    const after = await getSettings(tx, services)
    await record({ kind: 'settings', recordId: 1, action: 'changed', before, after })
    return after
  },

  changeProgram: async ({ tx, services, record }, { version, ...program }) => {
    const before = await getSettings(tx, services)
    if (!(await queries.updateProgram(tx, version, program))) throw conflict(before)
    if (program.binDays !== before.binDays) await countDaysAnew(tx, program.binDays)
    const after = await getSettings(tx, services)
    await record({ kind: 'settings', recordId: 1, action: 'changed', before, after })
    return after
  },
}
