import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { orpc } from '../api/client.ts'
import { Notice } from '../ui/Notice.tsx'
import { useFrame } from './useFrame.ts'

/** What everybody must know all the time: that the data are an example, that the backup failed. */
export function FrameNotices() {
  const { t } = useTranslation()
  const { isDemo, didBackupFail } = useFrame()
  const closeDemo = useMutation(orpc.settings.closeDemo.mutationOptions())
  return (
    <>
      {isDemo && (
        <Notice
          tone="warning"
          actions={
            <Button size="compact-sm" variant="default" onClick={() => closeDemo.mutate(undefined)}>
              {t('nav.demoClose')}
            </Button>
          }
        >
          {t('nav.demo')}
        </Notice>
      )}
      {didBackupFail && <Notice tone="stop">{t('nav.backupFailed')}</Notice>}
    </>
  )
}
