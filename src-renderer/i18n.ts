import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { FieldProblem } from '#shared/kit/procedure.ts'
import { type ShownValue, textOfShown } from '#shared/kit/shown.ts'
import { pl } from '#shared/texts.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof pl }
    returnNull: false
  }
}

export type Language = 'pl' | 'en'

const storageKey = 'osrodek.language'

/** The language of this computer's user; Polish until somebody chooses. */
export function currentLanguage(): Language {
  return localStorage.getItem(storageKey) === 'en' ? 'en' : 'pl'
}

/** Changes the language of the interface. Documents stay Polish. */
export async function changeLanguage(language: Language): Promise<void> {
  localStorage.setItem(storageKey, language)
  document.documentElement.lang = language
  await addTexts(language)
  await i18next.changeLanguage(language)
}

/** English is fetched by those who read it; the others start without it. */
async function addTexts(language: Language): Promise<void> {
  if (language === 'pl' || i18next.hasResourceBundle(language, 'translation')) return
  const { en } = await import('#shared/english-texts.ts')
  i18next.addResourceBundle(language, 'translation', en)
}

export async function startTexts(): Promise<void> {
  document.documentElement.lang = currentLanguage()
  await i18next.use(initReactI18next).init({
    resources: { pl: { translation: pl } },
    lng: 'pl',
    fallbackLng: 'pl',
    interpolation: { escapeValue: false },
  })
  await addTexts(currentLanguage())
  await i18next.changeLanguage(currentLanguage())
}

/** The sentence for a key that the server chose; a key without a text gets the general sentence. */
export function textOf({ key, params }: FieldProblem): string {
  return i18next.exists(key, params ?? {})
    ? i18next.t(key as 'validation.invalid', params ?? {})
    : i18next.t('validation.invalid')
}

/** A shown value in the language of the user. */
export function shownText(value: ShownValue): string {
  return textOfShown(value, (key) => textOf({ key }))
}
