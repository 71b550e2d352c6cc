import type {
  LegalBasis,
  Template,
  TemplateEntry,
  TemplateVersion,
  templatesContract,
} from '#shared/features/templates/templates.contract.ts'
import {
  fieldsOf,
  type TemplateKind,
  templateKindOf,
  templateKinds,
  versionInForce,
} from '#shared/features/templates/templates.rules.ts'
import type { Day } from '#shared/kit/dates.ts'
import type { Db } from '../../database/database.ts'
import { versionOf } from '../../documents/compiler.ts'
import { keepSources } from '../../documents/issuing.ts'
import { conflict, fieldRefused, notFound, ruleBroken } from '../../kit/errors.ts'
import { type Handlers, inSteps } from '../../kit/handlers.ts'
import { findFileClass } from '../cases/cases.service.ts'
import { clauseVersionsOn, shippedOn } from '../clauses/clauses.service.ts'
import { allSettings } from '../documents/documents.sources.service.ts'
import { examplesOf, previewOf, refuseUnfit, sourcesWith } from './templates.drawing.service.ts'
import * as queries from './templates.queries.ts'

function getKind(code: string): TemplateKind {
  const kind = templateKindOf(code)
  if (!kind) throw notFound('templates')
  return kind
}

async function getTemplate(db: Db, id: number) {
  const found = await queries.findTemplate(db, id)
  if (!found) throw notFound('templates')
  return found
}

/** The versions of a template, newest first, the shipped one last; exactly one of them is in force. */
function versionsOf(rows: readonly queries.TemplateRow[], today: Day): TemplateVersion[] {
  const inForce = versionInForce(rows, today)
  return [
    ...rows.map(({ code: _, ...row }) => ({
      ...row,
      state: row.number === null ? ('draft' as const) : ('approved' as const),
      isInForce: row.id === inForce?.id,
    })),
    {
      id: null,
      number: null,
      state: 'shipped',
      validFrom: shippedOn,
      validTo: null,
      approvedBy: '',
      note: '',
      createdByName: '',
      isInForce: inForce === undefined,
      version: 0,
    },
  ]
}

async function versionOfId(db: Db, code: string, id: number, today: Day): Promise<TemplateVersion> {
  const version = versionsOf(await queries.listTemplates(db, code), today).find((each) => each.id === id)
  if (!version) throw notFound('templates')
  return version
}

/** Every document with a template as the centre uses it. */
async function entries(db: Db, today: Day): Promise<TemplateEntry[]> {
  const settings = await allSettings(db)
  const rows = await queries.listTemplates(db)
  const texts = await clauseVersionsOn(db, today)
  const found: TemplateEntry[] = []
  for (const { code, copies, isSignedByCentre, basis } of templateKinds) {
    const own = settings.find((each) => each.code === code)
    const fileClass = own?.classId ? await findFileClass(db, own.classId) : undefined
    const versions = versionsOf(
      rows.filter((row) => row.code === code),
      today,
    )
    found.push({
      code,
      inForce: versions.find(({ isInForce }) => isInForce) as TemplateVersion,
      hasDraft: versions.some(({ state }) => state === 'draft'),
      copies: own?.copies ?? copies,
      isSignedByCentre,
      fileClass: fileClass
        ? { symbol: fileClass.symbol, title: fileClass.title, category: fileClass.category }
        : null,
      basis: basis.flatMap((name): LegalBasis[] => {
        const text = texts.version(name)
        return text ? [{ code: name, ...text }] : []
      }),
    })
  }
  return found
}

export const templatesHandlers: Handlers<typeof templatesContract> = {
  list: ({ db, today }) => entries(db, today),

  get: async ({ db, today, services }, { code }): Promise<Template> => {
    const kind = getKind(code)
    const entry = (await entries(db, today)).find((each) => each.code === code)
    if (!entry) throw notFound('templates')
    const { samples, clauses } = await examplesOf(db, services.compiler, kind, today)
    const fields = samples.flatMap(({ data }) => fieldsOf(data))
    return {
      ...entry,
      versions: versionsOf(await queries.listTemplates(db, code), today),
      fields: fields.filter((field, index) => fields.findIndex(({ path }) => path === field.path) === index),
      clauses,
    }
  },

  source: async ({ db, today, services }, { code, id }) => {
    const kind = getKind(code)
    const versions = versionsOf(await queries.listTemplates(db, code), today)
    const version = versions.find((each) => each.id === id)
    if (!version) throw notFound('templates')
    const source =
      id === null ? services.compiler.sources[`${kind.template}.typ`] : (await getTemplate(db, id)).source
    return { source: source ?? '', version }
  },

  preview: ({ db, today, services }, { code, source, sample }) =>
    previewOf(db, services.compiler, getKind(code), { source, sample, today }),

  keepDraft: async ({ tx, user, now, today, record }, { code, id, source, note, version }) => {
    getKind(code)
    if (id === null) {
      const created = await queries.insertDraft(tx, {
        code,
        source,
        note,
        createdBy: user.id,
        createdAt: now,
      })
      await record({ kind: 'templates', recordId: created, action: 'drafted', after: { code, note } })
      return versionOfId(tx, code, created, today)
    }
    const before = await getTemplate(tx, id)
    if (before.number !== null) throw ruleBroken('templates.errors.approved')
    if (!(await queries.updateDraft(tx, { id, version }, { source, note })))
      throw conflict(await versionOfId(tx, code, id, today))
    await record({
      kind: 'templates',
      recordId: id,
      action: 'changed',
      before: { code, note: before.note, source: before.source },
      after: { code, note, source },
    })
    return versionOfId(tx, code, id, today)
  },

  removeDraft: async ({ tx, record }, { id, version }) => {
    const before = await getTemplate(tx, id)
    if (before.number !== null) throw ruleBroken('templates.errors.approved')
    if (!(await queries.deleteDraft(tx, { id, version }))) throw conflict(before)
    await record({ kind: 'templates', recordId: id, action: 'discarded', before: { code: before.code } })
    return null
  },

  approve: inSteps({
    before: async ({ db, today, services }, { id }) => {
      const { code, source } = await getTemplate(db, id)
      await refuseUnfit(db, services.compiler, getKind(code), source, today)
    },
    run: async ({ tx, now, today, record, services }, { id, version, validFrom, approvedBy, note }) => {
      const draft = await getTemplate(tx, id)
      if (draft.number !== null) throw ruleBroken('templates.errors.approved')
      if (validFrom < today) throw fieldRefused('validFrom', 'templates.errors.past')
      const others = await queries.listTemplates(tx, draft.code)
      if (others.some((each) => each.validFrom === validFrom))
        throw fieldRefused('validFrom', 'templates.errors.dayTaken')
      const number = Math.max(0, ...others.map((each) => each.number ?? 0)) + 1
      const sources = sourcesWith(services.compiler, getKind(draft.code), draft.source)
      const templateVersion = versionOf(sources)
      await keepSources(tx, templateVersion, sources, now)
      const approval = { number, templateVersion, validFrom, approvedBy, note, at: now }
      if (!(await queries.markApproved(tx, { id, version }, approval)))
        throw conflict(await versionOfId(tx, draft.code, id, today))
      await record({
        kind: 'templates',
        recordId: id,
        action: 'approved',
        after: { code: draft.code, number, validFrom, approvedBy, note },
      })
      return versionOfId(tx, draft.code, id, today)
    },
  }),

  withdraw: async ({ tx, today, record }, { id, version, validTo }) => {
    const before = await getTemplate(tx, id)
    if (before.number === null || !before.validFrom) throw ruleBroken('templates.errors.notApproved')
    if (validTo < today || validTo < before.validFrom) throw fieldRefused('validTo', 'templates.errors.past')
    if (!(await queries.markWithdrawn(tx, { id, version }, validTo)))
      throw conflict(await versionOfId(tx, before.code, id, today))
    await record({
      kind: 'templates',
      recordId: id,
      action: 'withdrawn',
      before: { code: before.code, validTo: before.validTo },
      after: { code: before.code, validTo },
    })
    return versionOfId(tx, before.code, id, today)
  },
}
