import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { dueStates } from '#shared/features/requirements/requirements.register.ts'
import { requirementsRegister } from '#shared/features/requirements/requirements.register.ts'
import { formatDay } from '#shared/kit/dates.ts'
import { api } from '../../api/client.ts'
import { useMay } from '../../frame/useFrame.ts'
import { RegisterScreen } from '../../ui/register/RegisterScreen.tsx'
import { StateMark, type StateTone } from '../../ui/StateMark.tsx'
import { statusTones } from './statusTones.ts'

const route = getRouteApi('/requirements')

const tones: Record<(typeof dueStates)[number], StateTone> = {
  lapsed: 'stop',
  missing: 'info',
  done: 'warning',
  exempt: 'warning',
}

/** What volunteers lack and what lapses, the nearest day first, with the reminders that wait. */
export function RequirementsScreen() {
  const { t } = useTranslation()
  const may = useMay()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const note = useMutation({
    mutationFn: (id: number) => api.requirements.noteReminder({ id }),
    onSuccess: (isNoted) =>
      notifications.show({
        message: t(isNoted ? 'requirements.reminders.noted' : 'requirements.reminders.nothing'),
      }),
  })
  return (
    <RegisterScreen
      register={requirementsRegister}
      api={api.requirements}
      may={may}
      search={search}
      onSearch={(next, replace) => navigate({ search: next, replace })}
      title={t('requirements.listTitle')}
      countText={(count) => t('requirements.count', { count })}
      empty={{ title: t('requirements.empty'), hint: t('requirements.emptyHint') }}
      onOpen={(row) => row.volunteer && navigate({ to: '/volunteers/$id', params: { id: row.volunteer.id } })}
      quickFilters={[
        { label: t('requirements.filters.waits'), filters: { waits: { is: true } } },
        { label: t('requirements.filters.lapsed'), filters: { state: { oneOf: ['lapsed'] } } },
        { label: t('requirements.filters.missing'), filters: { state: { oneOf: ['missing'] } } },
        { label: t('requirements.filters.in14'), filters: { dueOn: { nextDays: 14 } } },
        { label: t('requirements.filters.in30'), filters: { dueOn: { nextDays: 30 } } },
        { label: t('requirements.filters.in60'), filters: { dueOn: { nextDays: 60 } } },
      ]}
      looks={{
        dueOn: { width: 112, cell: (row) => (row.dueOn ? formatDay(row.dueOn) : '–') },
        volunteer: { width: 200 },
        status: {
          width: 170,
          minWindow: 1150,
          cell: (row) => (
            <StateMark tone={statusTones[row.status]}>{t(`volunteers.statuses.${row.status}`)}</StateMark>
          ),
        },
        requirement: { width: 320 },
        state: {
          width: 180,
          cell: (row) => (
            <StateMark tone={tones[row.state]}>{t(`requirements.dueStates.${row.state}`)}</StateMark>
          ),
        },
        waits: {
          width: 200,
          cell: (row) =>
            row.waits && may('requirements.complete') ? (
              <Button
                size="compact-sm"
                variant="default"
                aria-label={t('requirements.reminders.noteOf', { name: row.volunteer?.text ?? '' })}
                onClick={(event) => {
                  event.stopPropagation()
                  note.mutate(row.id)
                }}
              >
                {t('requirements.reminders.note')}
              </Button>
            ) : row.waits ? (
              t('requirements.filters.waits')
            ) : (
              '–'
            ),
        },
      }}
    />
  )
}
