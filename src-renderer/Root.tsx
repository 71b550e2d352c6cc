import { MantineProvider } from '@mantine/core'
import { DatesProvider } from '@mantine/dates'
import { ModalsProvider } from '@mantine/modals'
import { Notifications } from '@mantine/notifications'
import { QueryClientProvider } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { App } from './App.tsx'
import { queryClient } from './api/queries.ts'
import { cssVariablesResolver, themeWith } from './theme.ts'

/** Everything around the application: colours, dates in the chosen language, questions, messages, the cache. */
export function Root({ nonce }: { nonce: string }) {
  const { t, i18n } = useTranslation()
  const theme = useMemo(() => themeWith(t('common.close')), [t])
  return (
    <MantineProvider
      theme={theme}
      defaultColorScheme="auto"
      cssVariablesResolver={cssVariablesResolver}
      getStyleNonce={() => nonce}
    >
      <DatesProvider settings={{ locale: i18n.language, firstDayOfWeek: 1 }}>
        <QueryClientProvider client={queryClient}>
          <ModalsProvider>
            <Notifications position="bottom-right" />
            <App />
          </ModalsProvider>
        </QueryClientProvider>
      </DatesProvider>
    </MantineProvider>
  )
}
