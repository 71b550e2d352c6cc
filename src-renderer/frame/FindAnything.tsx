import { useDebouncedValue } from '@mantine/hooks'
import { Spotlight } from '@mantine/spotlight'
import { IconArrowRight, IconHeartHandshake, IconUser } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatDay } from '#shared/kit/dates.ts'
import { fold } from '#shared/kit/polish.ts'
import { orpc } from '../api/client.ts'
import classes from './FindAnything.module.css'
import { menu } from './menu.ts'
import { useMay } from './useFrame.ts'

/** Ctrl+K: people, agreements and pages by the beginning of any of their words, with or without Polish marks. */
export function FindAnything() {
  const { t } = useTranslation()
  const may = useMay()
  const navigate = useNavigate()
  const [typed, setTyped] = useState('')
  const [search] = useDebouncedValue(typed.trim(), 100)
  const input = { search, limit: 6 }
  const volunteers = useQuery(
    orpc.volunteers.list.queryOptions({
      input,
      enabled: search !== '' && may('volunteers.read'),
      placeholderData: keepPreviousData,
    }),
  )
  const agreements = useQuery(
    orpc.agreements.list.queryOptions({
      input: { ...input, direction: 'descending' },
      enabled: search !== '' && may('agreements.read'),
      placeholderData: keepPreviousData,
    }),
  )
  const people = search ? (volunteers.data?.rows ?? []) : []
  const papers = search ? (agreements.data?.rows ?? []) : []
  const pages = menu
    .flatMap(({ entries }) => entries)
    .filter(({ permission, text }) => (!permission || may(permission)) && fold(t(text)).includes(fold(typed)))
  const isEmpty = people.length + papers.length + pages.length === 0

  return (
    <Spotlight.Root
      // At once, or the first letters typed after the keys would be lost.
      transitionProps={{ duration: 0 }}
      attributes={{ content: { 'aria-label': t('nav.findAnything') } }}
      classNames={{ body: classes.findings, actionsGroup: classes.group }}
      query={typed}
      onQueryChange={setTyped}
      shortcut={['mod + K']}
      // From within fields too.
      tagsToIgnore={[]}
      scrollable
      maxHeight={460}
    >
      <Spotlight.Search placeholder={t('nav.findAnything')} aria-label={t('nav.findAnything')} />
      <Spotlight.ActionsList>
        {people.length > 0 && (
          <Spotlight.ActionsGroup label={t('volunteers.title')}>
            {people.map((row) => (
              <Spotlight.Action
                key={row.id}
                label={`${row.surname} ${row.firstNames}`}
                description={[row.birthOn && formatDay(row.birthOn), row.town, row.registerNumber]
                  .filter(Boolean)
                  .join(' · ')}
                leftSection={<IconUser size={18} aria-hidden />}
                onClick={() => navigate({ to: '/volunteers/$id', params: { id: row.id } })}
              />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {papers.length > 0 && (
          <Spotlight.ActionsGroup label={t('agreements.title')}>
            {papers.map((row) => (
              <Spotlight.Action
                key={row.id}
                label={`${row.number || t('agreements.states.draft')} – ${row.volunteer?.text ?? ''}`}
                description={[row.unit?.text, row.startsOn && formatDay(row.startsOn)]
                  .filter(Boolean)
                  .join(' · ')}
                leftSection={<IconHeartHandshake size={18} aria-hidden />}
                onClick={() => navigate({ to: '/agreements/$id', params: { id: row.id } })}
              />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {pages.length > 0 && (
          <Spotlight.ActionsGroup label={t('nav.findPages')}>
            {pages.map(({ to, text }) => (
              <Spotlight.Action
                key={to}
                label={t(text)}
                leftSection={<IconArrowRight size={18} aria-hidden />}
                onClick={() => navigate({ to })}
              />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {isEmpty && <Spotlight.Empty>{t('nav.findNothing')}</Spotlight.Empty>}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  )
}
