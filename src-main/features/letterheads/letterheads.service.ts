import type {
  Letterhead,
  LetterheadFields,
  letterheadsContract,
  Project,
  ProjectFields,
} from '#shared/features/letterheads/letterheads.contract.ts'
import {
  type HeadParts,
  letterheadOf,
  type PrintedLogo,
  plainHead,
} from '#shared/features/letterheads/letterheads.rules.ts'
import type { Db } from '../../database/database.ts'
import { imageFile, learnImages } from '../../documents/images.ts'
import { conflict, fieldRefused, notFound } from '../../kit/errors.ts'
import type { Handlers } from '../../kit/handlers.ts'
import { getCentre } from '../settings/settings.service.ts'
import { findUnit } from '../units/units.service.ts'
import { addLogo } from './letterheads.logos.service.ts'
import * as queries from './letterheads.queries.ts'

const unset = { lines: '', logo: null, logoText: '', version: 0 }

async function allLetterheads(db: Db): Promise<Letterhead[]> {
  const rows = await queries.listLetterheads(db)
  const found = rows.map((row) => ({ ...row, unitName: row.unitName ?? '' }))
  const isCentreSet = found.some(({ unitId }) => unitId === null)
  return isCentreSet ? found : [{ unitId: null, unitName: '', ...unset }, ...found]
}

async function letterheadFor(db: Db, unitId: number | null): Promise<Letterhead | undefined> {
  return (await allLetterheads(db)).find((each) => each.unitId === unitId)
}

/** The logo as templates draw it; null where none is named. Refuses beside the field one that is not there. */
async function printedLogo(
  db: Db,
  sha256: string | null,
  text: string,
  field: string,
): Promise<PrintedLogo | null> {
  if (sha256 === null) return null
  const image = await queries.findImage(db, sha256)
  if (!image) throw fieldRefused(field, 'validation.notFound')
  return { file: imageFile(image), text, ratio: image.width / image.height }
}

async function printedProject(db: Db, { sentence, logos }: ProjectFields): Promise<HeadParts['project']> {
  const printed = []
  for (const [index, { logo, text }] of logos.entries())
    printed.push(await printedLogo(db, logo, text, `logos.${index}.logo`))
  return { sentence, logos: printed.filter((logo) => logo !== null) }
}

/** What a head adds to the particulars of the centre; a unit without a logo of its own has the centre's. */
async function partsOf(
  db: Db,
  head: LetterheadFields,
  project: ProjectFields | null,
  known?: Letterhead[],
): Promise<HeadParts> {
  const centre =
    head.unitId === null ? head : (known ?? (await allLetterheads(db))).find(({ unitId }) => unitId === null)
  const unit = head.unitId === null ? undefined : await findUnit(db, head.unitId)
  if (head.unitId !== null && !unit) throw fieldRefused('unitId', 'validation.notFound')
  const { logo, logoText } = head.logo === null && centre ? centre : head
  return {
    logo: await printedLogo(db, logo, logoText, 'logo'),
    lines: centre?.lines ?? '',
    unit: unit
      ? {
          name: unit.name,
          lines: head.lines || [unit.address, unit.phones, unit.email].filter(Boolean).join('\n'),
        }
      : null,
    project: project && (await printedProject(db, project)),
  }
}

/**
 * What a document has at its head besides the centre's particulars. Refuses beside its field a project that is not there.
 *
 * @param unitId the unit on whose paper it is; null, and a unit without a head of its own, for the centre's
 */
export async function headParts(
  db: Db,
  { unitId, projectId }: { unitId: number | null; projectId: number | null },
): Promise<HeadParts> {
  const known = await allLetterheads(db)
  const ofUnit = unitId === null ? undefined : known.find((each) => each.unitId === unitId)
  const head = ofUnit ?? known.find((each) => each.unitId === null)
  const project = projectId === null ? undefined : await findProject(db, projectId)
  if (projectId !== null && !project) throw fieldRefused('projectId', 'validation.notFound')
  return head ? partsOf(db, head, project ?? null, known) : plainHead
}

/** The project, for what it pays for; undefined where there is none. */
export async function findProject(db: Db, id: number): Promise<Project | undefined> {
  const [project] = await queries.listProjects(db, id)
  return project
}

async function getProject(db: Db, id: number): Promise<Project> {
  const project = await findProject(db, id)
  if (!project) throw notFound('letterheads')
  return project
}

/** What history tells of a head: that there is a logo, not its bytes. */
const recorded = ({ lines, logoText }: Pick<LetterheadFields, 'lines' | 'logoText'>) => ({ lines, logoText })

export const letterheadsHandlers: Handlers<typeof letterheadsContract> = {
  list: ({ db }) => allLetterheads(db),

  save: async ({ tx, record }, { version, ...head }) => {
    const before = await letterheadFor(tx, head.unitId)
    await partsOf(tx, head, null)
    if ((before?.version ?? 0) !== version) throw conflict(before ?? { ...head, ...unset })
    if (version === 0) await queries.insertLetterhead(tx, head)
    else await queries.updateLetterhead(tx, version, head)
    const after = (await letterheadFor(tx, head.unitId)) as Letterhead
    await record({
      kind: 'letterheads',
      recordId: head.unitId,
      action: version === 0 ? 'created' : 'changed',
      before: recorded(before ?? unset),
      after: recorded(after),
    })
    return after
  },

  remove: async ({ tx, record }, { unitId, version }) => {
    const before = await letterheadFor(tx, unitId)
    if (!before) throw notFound('letterheads')
    if (!(await queries.deleteLetterhead(tx, unitId, version))) throw conflict(before)
    await record({ kind: 'letterheads', recordId: unitId, action: 'removed', before: recorded(before) })
    return { unitId }
  },

  addLogo,

  logo: async ({ db }, { sha256 }) => {
    const image = await queries.findImageContent(db, sha256)
    if (!image) throw notFound('letterheads')
    return { url: `data:${image.mediaType};base64,${image.content.toString('base64')}` }
  },

  preview: async ({ db, services }, { letterhead, project }) => {
    const head = letterhead ?? (await letterheadFor(db, null))
    const parts = head ? await partsOf(db, head, project) : plainHead
    const data = { centre: letterheadOf(await getCentre(db), parts) }
    await learnImages(db, services.compiler, data)
    const { svg, count, width, height } = services.compiler.pages('letterhead', data)
    return { svg, pages: count, width, height }
  },

  projects: {
    list: ({ db }) => queries.listProjects(db),

    create: async ({ tx, record }, input) => {
      await printedProject(tx, input)
      const created = await getProject(tx, await queries.insertProject(tx, input))
      await record({ kind: 'projects', recordId: created.id, action: 'created', after: told(created) })
      return created
    },

    change: async ({ tx, record }, input) => {
      const before = await getProject(tx, input.id)
      await printedProject(tx, input)
      if (!(await queries.updateProject(tx, input))) throw conflict(before)
      const after = await getProject(tx, input.id)
      await record({
        kind: 'projects',
        recordId: input.id,
        action: 'changed',
        before: told(before),
        after: told(after),
      })
      return after
    },
  },
}

/** What history tells of a project: its logos by what they say. */
function told({ logos, ...project }: Project) {
  return { ...project, logos: logos.map(({ text }) => text) }
}
