import type { Day } from '#shared/kit/dates.ts'
import type { Db } from '../database/database.ts'
import { ruleBroken } from '../kit/errors.ts'
import type { Compiler, DocumentPages, TemplateSources } from './compiler.ts'
import { learnImages } from './images.ts'

/** The sources with which a document of a day is made. */
export interface TemplateInForce {
  version: string
  sources: TemplateSources
  /** The number of the centre's own version; null for the shipped template. */
  number: number | null
}

/**
 * The template in force on a day: the version that the centre approved last for that day, or the shipped one. The
 * compiler then knows it.
 *
 * @param code the kind of document, or the template of an agreement; see `templateCode`
 */
export async function templateInForce(
  db: Db,
  compiler: Compiler,
  code: string,
  day: Day,
): Promise<TemplateInForce> {
  const own = await db
    .selectFrom('centre_templates')
    .innerJoin('template_versions', 'template_versions.version', 'centre_templates.template_version')
    .select(['template_versions.version', 'template_versions.sources', 'centre_templates.number'])
    .where('centre_templates.template', '=', code)
    .where('centre_templates.valid_from', '<=', day)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>=', day)]))
    .orderBy('centre_templates.valid_from', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!own) return { version: compiler.version, sources: compiler.sources, number: null }
  const sources: TemplateSources = JSON.parse(own.sources)
  compiler.learn(own.version, sources)
  return { version: own.version, sources, number: own.number }
}

/** Under which code the templates of a document are kept: that of its kind; the three agreements each have their own. */
export function templateCode({ kind, template }: { kind: string; template: string }): string {
  return kind === 'agreement' ? template : kind
}

/**
 * The pages of a document as it would be issued on a day, with the template in force on it. Refuses
 * (`documents.errors.templateFails`) what the centre's own template cannot draw: it was tried with examples only.
 */
export async function drawToday(
  db: Db,
  compiler: Compiler,
  { kind, template, data, issuedOn }: { kind: string; template: string; data: object; issuedOn: Day },
): Promise<DocumentPages> {
  const { version, number } = await templateInForce(db, compiler, templateCode({ kind, template }), issuedOn)
  await learnImages(db, compiler, data)
  try {
    return compiler.pages(template, data, version)
  } catch (error) {
    if (number === null) throw error
    throw ruleBroken('documents.errors.templateFails', { number })
  }
}
