import { Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import {
  type LetterheadFields,
  letterheadsContract,
  type ProjectFields,
} from '#shared/features/letterheads/letterheads.contract.ts'
import { orpc } from '../../api/client.ts'
import { inputOf } from '../../api/inputOf.ts'
import { DocumentPages } from '../../ui/DocumentPages.tsx'

interface ExampleLetterProps {
  letterhead?: LetterheadFields
  project?: ProjectFields
}

/** An example letter with a head or a project as it is being typed; what is unsound yet leaves the last sound one. */
export function ExampleLetter({ letterhead, project }: ExampleLetterProps) {
  const { t } = useTranslation()
  const parsed = inputOf(letterheadsContract.preview).safeParse({
    letterhead: letterhead ?? null,
    project: project ?? null,
  })
  const [asked] = useDebouncedValue(JSON.stringify(parsed.success ? parsed.data : null), 200)
  const { data } = useQuery(
    orpc.letterheads.preview.queryOptions({
      input: JSON.parse(asked),
      enabled: asked !== 'null',
      placeholderData: keepPreviousData,
      gcTime: 0,
      meta: { showsOwnErrors: true },
    }),
  )
  if (!data) return null
  return (
    <section aria-label={t('letterheads.preview')} style={{ marginTop: 16 }}>
      <Text size="sm" fw={500} mb={4}>
        {t('letterheads.preview')}
      </Text>
      <DocumentPages {...data} />
    </section>
  )
}
