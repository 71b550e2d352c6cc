import { Tabs } from '@mantine/core'
import type { ComponentProps } from 'react'
import { useTranslation } from 'react-i18next'
import { textOf } from '../../i18n.ts'
import { PageHeader } from '../PageHeader.tsx'
import { useShortcuts } from '../useShortcuts.ts'
import { DistinctPairs } from './DistinctPairs.tsx'
import { DuplicatePairs } from './DuplicatePairs.tsx'
import { MergeList } from './MergeList.tsx'

interface DuplicatesTabsProps
  extends Pick<ComponentProps<typeof DuplicatePairs>, 'register' | 'link' | 'onCompare'> {
  /** The procedures of the register: `api.<feature>`. */
  api: {
    duplicates: ComponentProps<typeof DuplicatePairs>['api'] & ComponentProps<typeof DistinctPairs>['api']
    merging: ComponentProps<typeof MergeList>['api']
  }
  /** Leads back to the list. */
  onBack: () => void
}

/** Records that may stand in a register twice, pairs found to be different ones, and the merges made. */
export function DuplicatesTabs({ register, api, link, onCompare, onBack }: DuplicatesTabsProps) {
  const { t } = useTranslation()
  useShortcuts({ back: onBack })
  return (
    <>
      <PageHeader title={t('duplicates.title')} aside={textOf({ key: `${register}.title` })} />
      <Tabs defaultValue="pairs" mt="md" keepMounted={false}>
        <Tabs.List mb="md">
          <Tabs.Tab value="pairs">{t('duplicates.tabs.pairs')}</Tabs.Tab>
          <Tabs.Tab value="apart">{t('duplicates.tabs.apart')}</Tabs.Tab>
          <Tabs.Tab value="merges">{t('duplicates.tabs.merges')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="pairs">
          <DuplicatePairs register={register} api={api.duplicates} link={link} onCompare={onCompare} />
        </Tabs.Panel>
        <Tabs.Panel value="apart">
          <DistinctPairs register={register} api={api.duplicates} link={link} />
        </Tabs.Panel>
        <Tabs.Panel value="merges">
          <MergeList register={register} api={api.merging} link={link} />
        </Tabs.Panel>
      </Tabs>
    </>
  )
}
