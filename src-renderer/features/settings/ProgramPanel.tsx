import { NumberInput, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Settings, settingsContract } from '#shared/features/settings/settings.contract.ts'
import { api, orpc } from '../../api/client.ts'
import { inputOf } from '../../api/inputOf.ts'
import { ConflictDialog } from '../../ui/ConflictDialog.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { SaveBar } from '../../ui/SaveBar.tsx'
import { useRecordForm } from '../../ui/useRecordForm.ts'
import { useUnsavedGuard } from '../../ui/useUnsavedGuard.tsx'

/** How the program behaves on this computer. */
export function ProgramPanel() {
  const { data } = useQuery(orpc.settings.get.queryOptions())
  const [saved, setSaved] = useState<Settings>()
  // Opened anew after its own save only: what another window saves must not replace what is typed here.
  return data ? <ProgramForm key={saved?.version} settings={saved ?? data} onSaved={setSaved} /> : null
}

function ProgramForm({ settings, onSaved }: { settings: Settings; onSaved: (saved: Settings) => void }) {
  const { t } = useTranslation()
  const record = useRecordForm({
    schema: inputOf(settingsContract.changeProgram),
    initial: {
      idleMinutes: settings.idleMinutes,
      binDays: settings.binDays,
      retentionYears: settings.retentionYears,
      version: settings.version,
    },
    save: (values) => api.settings.changeProgram(values),
    onSaved: (saved) => {
      notifications.show({ message: t('common.saved'), color: 'green' })
      onSaved(saved)
    },
  })
  useUnsavedGuard(record)
  return (
    <Panel title={t('settings.program')}>
      <form noValidate onSubmit={(event) => event.preventDefault()} style={{ maxWidth: 480 }}>
        <NumberInput
          label={t('settings.fields.idleMinutes')}
          description={t('settings.idleHint')}
          min={1}
          max={120}
          allowDecimal={false}
          {...record.form.getInputProps('idleMinutes')}
        />
        <NumberInput
          mt="md"
          label={t('settings.fields.binDays')}
          description={t('settings.binDaysHint')}
          min={7}
          max={730}
          allowDecimal={false}
          {...record.form.getInputProps('binDays')}
        />
        <NumberInput
          mt="md"
          label={t('settings.fields.retentionYears')}
          description={t('settings.retentionYearsHint')}
          min={1}
          max={50}
          allowDecimal={false}
          {...record.form.getInputProps('retentionYears')}
        />
        <TextInput
          mt="md"
          label={t('settings.fields.dataFolder')}
          description={t('settings.dataFolderHint')}
          value={settings.dataFolder}
          readOnly
        />
        <SaveBar record={record} />
      </form>
      <ConflictDialog
        record={record}
        labelOf={(field) =>
          field === 'idleMinutes' || field === 'binDays' || field === 'retentionYears'
            ? t(`settings.fields.${field}`)
            : undefined
        }
      />
    </Panel>
  )
}
