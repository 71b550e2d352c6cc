import { useQuery } from '@tanstack/react-query'
import type { ComponentProps } from 'react'
import { useTranslation } from 'react-i18next'
import type { MergePreview } from '#shared/kit/register/merging.ts'
import { textOf } from '../../i18n.ts'
import { LoadingFailure } from '../LoadingFailure.tsx'
import { PageHeader } from '../PageHeader.tsx'
import { useShortcuts } from '../useShortcuts.ts'
import { MergeForm } from './MergeForm.tsx'

interface MergePageProps extends Pick<ComponentProps<typeof MergeForm>, 'register' | 'onSwap' | 'onMerged'> {
  api: {
    preview: (ids: { keptId: number; mergedId: number }) => Promise<MergePreview>
    merge: ComponentProps<typeof MergeForm>['merge']
  }
  /** The record that stays, and the one that is joined to it. */
  first: number
  second: number
  onBack: () => void
}

/** Two records of a register side by side, to be made one. */
export function MergePage({ register, api, first, second, onSwap, onMerged, onBack }: MergePageProps) {
  const { t } = useTranslation()
  useShortcuts({ back: onBack })
  const { data, error } = useQuery({
    queryKey: [register, 'merging', 'preview', first, second],
    queryFn: () => api.preview({ keptId: first, mergedId: second }),
    gcTime: 0,
    retry: false,
  })
  if (!data) return error ? <LoadingFailure error={error} /> : null
  return (
    <>
      <PageHeader title={t('duplicates.mergeTitle')} aside={textOf({ key: `${register}.title` })} />
      <div style={{ marginTop: 16 }}>
        <MergeForm
          key={`${first}/${second}`}
          register={register}
          preview={data}
          merge={api.merge}
          onSwap={onSwap}
          onMerged={onMerged}
        />
      </div>
    </>
  )
}
