import { Tabs } from '@mantine/core'
import { Link, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { api } from '../../api/client.ts'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { DistinctPairs } from '../../ui/register/DistinctPairs.tsx'
import { DuplicatePairs } from '../../ui/register/DuplicatePairs.tsx'
import { MergeList } from '../../ui/register/MergeList.tsx'
import { useShortcuts } from '../../ui/useShortcuts.ts'

const link = ({ id }: { id: number }, text: string) => (
  <Link to="/volunteers/$id" params={{ id }}>
    {text}
  </Link>
)

/** Volunteers who may stand in the register twice, those found to be different people, and the merges made. */
export function VolunteerDuplicatesScreen() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  useShortcuts({ back: () => navigate({ to: '/volunteers' }) })
  const { duplicates, merging } = api.volunteers
  return (
    <>
      <PageHeader title={t('duplicates.title')} />
      <Tabs defaultValue="pairs" mt="md" keepMounted={false}>
        <Tabs.List mb="md">
          <Tabs.Tab value="pairs">{t('duplicates.tabs.pairs')}</Tabs.Tab>
          <Tabs.Tab value="apart">{t('duplicates.tabs.apart')}</Tabs.Tab>
          <Tabs.Tab value="merges">{t('duplicates.tabs.merges')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="pairs">
          <DuplicatePairs
            register="volunteers"
            api={duplicates}
            link={link}
            onCompare={(first, second) => navigate({ to: '/volunteers/merge', search: { first, second } })}
          />
        </Tabs.Panel>
        <Tabs.Panel value="apart">
          <DistinctPairs register="volunteers" api={duplicates} link={link} />
        </Tabs.Panel>
        <Tabs.Panel value="merges">
          <MergeList register="volunteers" api={merging} link={link} />
        </Tabs.Panel>
      </Tabs>
    </>
  )
}
