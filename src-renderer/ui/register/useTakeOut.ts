import { notifications } from '@mantine/notifications'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { filterWords } from '#shared/kit/register/filter-words.ts'
import type { Filter, Register } from '#shared/kit/register/register.ts'
import type { Selection } from '#shared/kit/register/selection.ts'
import { currentLanguage, textOf } from '../../i18n.ts'
import { shell } from '../../shell/shell.ts'
import { copyText } from '../copyText.ts'
import { printPages } from '../printPages.ts'
import type { FilterTools } from './filters/filterTools.ts'
import type { ListRequest, RegisterApi } from './registerApi.ts'

/** What is taken out of a list: which rows, and which columns. */
export interface TakenOut<R extends Register> {
  request: ListRequest<R>
  selection: Selection
  columns: (keyof R['fields'] & string)[]
  count: number
}

/** After how long it is said that something is on its way. */
const patience = 400

/** Takes rows out of a list: into a file, onto the clipboard, onto paper. */
export function useTakeOut<R extends Register>(api: RegisterApi<R>, tools: FilterTools) {
  const { t } = useTranslation()
  const exporting = useMutation({ mutationFn: api.export })
  const printing = useMutation({ mutationFn: api.print })

  /** Says that something is on its way, where it takes longer than a blink. */
  async function announced<Result>(count: number, work: Promise<Result>): Promise<Result> {
    const notice = `take-out-${Date.now()}`
    const timer = setTimeout(
      () =>
        notifications.show({
          id: notice,
          loading: true,
          autoClose: false,
          withCloseButton: false,
          message: t('list.out.working', { count }),
        }),
      patience,
    )
    return work.finally(() => {
      clearTimeout(timer)
      notifications.hide(notice)
    })
  }

  function inputOf({ request, selection, columns }: TakenOut<R>) {
    return { ...request, selection, columns, language: currentLanguage() }
  }

  /** The filters in words, with the names of the records that they ask for. */
  async function words({ request }: TakenOut<R>): Promise<string[]> {
    const filters = Object.entries(request.filters as Record<string, Filter | undefined>)
    return Promise.all(
      filters.map(async ([key, filter]) => {
        const field = tools.fields[key]
        if (!field || !filter) return ''
        const { key: text, params, values = [], ids = [] } = filterWords(field, filter)
        const named = ids.length > 0 ? await tools.findOptionsOf(key)({ ids }) : []
        const all = [...values.map((value) => textOf({ key: value })), ...named.map((record) => record.text)]
        return textOf({ key: text, params: { ...params, field: tools.titleOf(key), values: all.join(', ') } })
      }),
    )
  }

  async function printed(taken: TakenOut<R>): Promise<void> {
    const { svg, pages, width, height } = await printing.mutateAsync({
      ...inputOf(taken),
      filterWords: (await words(taken)).map((each) => each.slice(0, 400)),
    })
    await printPages({ svg, pages, isLying: width > height })
  }

  return {
    async save(taken: TakenOut<R>, format: 'xlsx' | 'csv') {
      const call = exporting.mutateAsync({ ...inputOf(taken), format })
      const { fileName, content } = await announced(taken.count, call)
      const bytes = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0))
      await shell.saveFile(fileName, bytes)
    },

    async copy(taken: TakenOut<R>) {
      const call = exporting.mutateAsync({ ...inputOf(taken), format: 'clipboard' })
      const { content, rows } = await announced(taken.count, call)
      const isCopied = copyText(content)
      notifications.show({
        color: isCopied ? undefined : 'red',
        message: isCopied ? t('list.out.copied', { count: rows }) : t('list.out.notCopied'),
      })
    },

    print: (taken: TakenOut<R>) => announced(taken.count, printed(taken)),
  }
}
