import { Button } from '@mantine/core'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { hoursRegister } from '#shared/features/hours/hours.register.ts'
import { hoursInCell } from '#shared/features/hours/hours.rules.ts'
import { api } from '../../api/client.ts'
import { useMay } from '../../frame/useFrame.ts'
import { FormDrawer } from '../../ui/FormDrawer.tsx'
import { RegisterScreen } from '../../ui/register/RegisterScreen.tsx'
import { EntryForm } from './EntryForm.tsx'

const route = getRouteApi('/hours/entries')

/** All entries of the log of hours. */
export function HoursScreen() {
  const { t } = useTranslation()
  const may = useMay()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const [opened, setOpened] = useState<number>()
  return (
    <>
      <RegisterScreen
        register={hoursRegister}
        api={api.hours}
        may={may}
        search={search}
        onSearch={(next, replace) => navigate({ search: next, replace })}
        title={t('hours.log')}
        countText={(count) => t('hours.count', { count })}
        empty={{ title: t('hours.empty'), hint: t('hours.emptyHint') }}
        onOpen={(row) => setOpened(row.id)}
        quickFilters={[
          { label: t('hours.filters.unconfirmed'), filters: { isConfirmed: { is: false } } },
          { label: t('hours.filters.confirmed'), filters: { isConfirmed: { is: true } } },
        ]}
        looks={{
          servedOn: { width: 112 },
          volunteer: { width: 200 },
          hours: { width: 90, cell: (row) => hoursInCell((row.hours ?? 0) * 60) },
          span: { width: 120 },
          agreement: { width: 130 },
          unit: { width: 240, minWindow: 1100 },
        }}
        actions={
          <>
            {may('imports.run') && may('hours.write') && (
              <Button component={Link} to="/imports/hours" variant="default">
                {t('imports.start')}
              </Button>
            )}
            <Button component={Link} to="/hours">
              {t('hours.monthTitle')}
            </Button>
          </>
        }
      />
      <FormDrawer title={t('hours.edit')} isOpen={opened !== undefined} onClose={() => setOpened(undefined)}>
        {opened !== undefined && <EntryForm id={opened} onDone={() => setOpened(undefined)} />}
      </FormDrawer>
    </>
  )
}
