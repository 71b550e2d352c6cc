import i18next from 'i18next'
import type { TemplateProblem, TemplateVersion } from '#shared/features/templates/templates.contract.ts'
import { faultTypes, typesIn } from '#shared/features/templates/templates.faults.rules.ts'
import { formatDay } from '#shared/kit/dates.ts'
import { textOf } from '../../i18n.ts'

/** The title of the document that a template is for. */
export function templateTitle(code: string): string {
  const agreement = /^agreement-(long|short|minor)$/.exec(code)?.[1]
  return textOf({ key: agreement ? `templates.agreements.${agreement}` : `documents.kinds.${code}` })
}

/** How a version is called: the shipped one, a draft, or by its number. */
export function versionName({ state, number }: TemplateVersion): string {
  if (state === 'shipped') return i18next.t('templates.shipped')
  return number === null ? i18next.t('templates.draft') : i18next.t('templates.numbered', { number })
}

/** Since when and until when a version is valid. */
export function validityOf({ validFrom, validTo }: TemplateVersion): string {
  return [
    validFrom && i18next.t('templates.from', { day: formatDay(validFrom) }),
    validTo && i18next.t('templates.to', { day: formatDay(validTo) }),
  ]
    .filter(Boolean)
    .join(' ')
}

/** What is wrong, in the language of the user: the names of types are translated where they are known. */
export function faultText({ problem }: TemplateProblem): string {
  const params = Object.fromEntries(
    Object.entries(problem.params ?? {}).map(([name, value]) => [
      name,
      name === 'type' || name === 'other' ? typesText(String(value)) : value,
    ]),
  )
  return textOf({ key: problem.key, params })
}

function typesText(list: string): string {
  const types = typesIn(list).map((name) =>
    (faultTypes as readonly string[]).includes(name) ? textOf({ key: `templates.types.${name}` }) : name,
  )
  return types.join(', ')
}
