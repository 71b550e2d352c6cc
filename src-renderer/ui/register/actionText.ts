import i18next from 'i18next'
import { wordsFor } from '#shared/kit/register/changes.ts'
import { textOf } from '../../i18n.ts'

/** The word for what was done: that of the register, or the general one. */
export function actionText(kind: string, action: string): string {
  const { section, verb } = wordsFor(kind, action)
  const own = `${section}.actions.${verb}`
  return textOf({ key: i18next.exists(own) ? own : `history.actions.${action}` })
}
